# make serve       install what is missing, build the page and serve it
# make test        install what is missing and run every test, the browser's included
# make kernels     install old Chromium kernels and Firefox: the core journey in the old
#                  ones, the whole browser suite in Firefox
# make bench       measure: the native core, and the page in a real browser
# make page        build the page into dist/
# make package     build the page, and pack what portals embed as an npm package
# make cli         build the command line into target/release/gouji
# make advisories  look up whether a hole is known in any dependency
# make rules       write the rule catalogue, RULES.md and RULES.en.md, from the rules, and
#                  what the cases and sentences in tests/told and tests/sentences tell
# make mutants     change the rules' code in some places, one at a time, and see that a
#                  test of the library notices (SHARD=7/60: another sixtieth of all places)
# make fmt         format the code

PORT ?= 8080
SHARD ?= 36/60
# Tools that .ci/setup had to install stand here; see there.
TOOLS := $(or $(CARGO_HOME),$(HOME)/.cargo)/gouji-tools
export PATH := $(TOOLS)/bin:$(TOOLS)/node_modules/.bin:$(PATH)
# trunk refuses the usual NO_COLOR=1.
unexport NO_COLOR
# Nothing is asked of the network but what is missing.
export TRUNK_SKIP_VERSION_CHECK := true

say = @printf '\033[1m==> %s\033[0m\n'

# What makes the modules a sixth smaller: the standard library is compiled with them,
# for size and without the words of its panics, and no code is doubled to spare a jump.
# Cargo calls that unstable; with the one compiler that rust-toolchain.toml names it does
# not change. A plain `trunk build --release` gives the same page, only larger.
SMALL := GOUJI_SMALL=1 RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std \
    CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT=true CARGO_PROFILE_PAGE_PANIC=immediate-abort \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Zmir-enable-passes=-JumpThreading

# What `make kernels` runs in Firefox too.
BROWSER_TESTS := $(patsubst tests/%.rs,%,$(wildcard tests/e2e*.rs tests/embed.rs))

.PHONY: serve test kernels bench page package cli rules advisories fmt mutants

serve:
	@.ci/setup build
	@# What trunk watches around has to be there.
	@mkdir -p dist target tests/out
	$(say) "Building the page; then it is at http://127.0.0.1:$(PORT)/ (end with Ctrl+C)"
	$(SMALL) trunk serve --release --locked --address 127.0.0.1 --port $(PORT)

page:
	@.ci/setup build
	$(say) "Building the page (the build refuses a module or a page that has grown too big)"
	$(SMALL) trunk build --release --locked
	@ls -l dist | awk 'NR > 1 { printf "    %9d  %s\n", $$5, $$9 }'

package: page
	$(say) "Packing what portals embed"
	cd dist && npm pack --silent && ls -l gouji-*.tgz

cli:
	$(say) "Building the command line"
	cargo build --release --locked --bin gouji
	$(say) "It is target/release/gouji"

rules:
	$(say) "Writing RULES.md and RULES.en.md"
	cargo run --quiet --locked --bin gouji -- rules --format md > RULES.md.new && mv RULES.md.new RULES.md
	cargo run --quiet --locked --bin gouji -- rules --format md --lang en > RULES.md.new && mv RULES.md.new RULES.en.md
	GOUJI_WRITE_TOLD=1 cargo test --quiet --locked --lib -- told:: sentences_

mutants:
	@.ci/setup mutants
	$(say) "Changing the rules' code in sixtieth $(SHARD) of all places; it takes an hour"
	cargo mutants --shard $(SHARD) --sharding round-robin --baseline skip --timeout 300 --output target

test:
	@.ci/setup build deny browser
	$(say) "May everything that is built in be there, by its licence and its source?"
	cargo deny --log-level error --locked check licenses bans sources
	$(say) "Is everything formatted?"
	cargo fmt --check
	$(say) "Does the linter have nothing to say, of the native code and of the page?"
	cargo clippy --locked --all-targets --quiet -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bin gouji --bin gouji-module --bin gouji-files --quiet -- -D warnings
	$(say) "Does the documentation build?"
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
	@$(MAKE) --no-print-directory page
	$(say) "Running every test: rules, surfaces, contract, command line, properties, browser"
	cargo test --locked --no-fail-fast
	$(say) "Everything passed"

kernels:
	@.ci/setup build kernels
	@$(MAKE) --no-print-directory page
	$(say) "The core journey in old Chromium kernels and in Firefox"
	cargo test --locked --test kernels -- --nocapture
	$(say) "The whole browser suite in Firefox"
	GOUJI_BROWSER=firefox cargo test --locked --no-fail-fast $(addprefix --test ,$(BROWSER_TESTS))

bench:
	@.ci/setup build browser
	@$(MAKE) --no-print-directory page
	$(say) "How large what is loaded is, in bytes: plain, gzip -9"
	@for file in gouji_bg.wasm gouji.js page_bg.wasm index.html; do \
	    printf '    %9d %9d  %s\n' "$$(wc -c < dist/$$file)" "$$(gzip -9 -c dist/$$file | wc -c)" $$file; \
	done
	$(say) "Measuring the native core"
	cargo bench --locked --bench check --bench memory
	$(say) "Measuring the page in a browser"
	cargo bench --locked --bench page

advisories:
	@.ci/setup deny
	$(say) "Is a hole known in what is built in? (asks the database of RustSec)"
	cargo deny --locked check advisories

fmt:
	cargo fmt

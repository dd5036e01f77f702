#!/bin/sh
# Writes the files beside it: one invented report (www/samples/clean-2021.txt) as
# several programs save it. The files are kept; run this to make them anew.
#
#   apt-get install chromium libreoffice-writer-nogui libreoffice-calc-nogui fonts-wqy-microhei
#   pip install openpyxl python-docx reportlab pikepdf
#   tests/files/make.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 "$here/make.py"
python3 "$here/sources.py" "$work" "$here"

print() {
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" "$@" >/dev/null 2>&1
}
print --no-pdf-header-footer --print-to-pdf="$here/chromium.pdf" "file://$work/report.html"
# With the header and footer that a browser prints, and without lines between cells.
print --print-to-pdf="$here/chromium-bare.pdf" "file://$work/bare.html"

convert() {
    to=$1 file=$2
    shift 2
    timeout 120 soffice -env:UserInstallation="file://$work/office" --headless "$@" \
        --convert-to "$to" --outdir "$work/out" "$file" >/dev/null 2>&1
}
convert odt:writer8 "$work/office.html" --infilter="HTML (StarWriter)"
convert "doc:MS Word 97" "$work/out/office.odt"
convert pdf:writer_pdf_Export "$work/out/office.odt"
convert "xlsx:Calc MS Excel 2007 XML" "$here/openpyxl.xlsx"
# With numbers that Word counts and revisions; with footnotes, a comment and a frame.
convert "doc:MS Word 97" "$here/python-docx.docx"
cp "$work/out/python-docx.doc" "$here/numbered.doc"
convert "doc:MS Word 97" "$here/libreoffice.docx"
cp "$work/out/libreoffice.doc" "$here/noted.doc"
cp "$work/out/office.doc" "$here/libreoffice.doc"
cp "$work/out/office.pdf" "$here/libreoffice.pdf"
cp "$work/out/openpyxl.xlsx" "$here/libreoffice.xlsx"

python3 "$here/matrix.py"
python3 "$here/locked.py"

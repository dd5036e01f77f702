"""Writes two more reports as several programs save them: one of the 2021 form with
blanks (`□` in its text), one of the 2019 form with faults. See make.sh.

    python3 tests/files/matrix.py
"""

import pathlib
import subprocess
import tempfile

import docx

import make
import sources
from sample import pieces

HERE = pathlib.Path(__file__).resolve().parent
STYLE = "p{font-family:'WenQuanYi Micro Hei'} td p{text-align:center}"
LINED = 'border=1 cellspacing=0 style="border-collapse:collapse" width="100%"'
BARE = (
    "body{font:14px/1.8 'WenQuanYi Micro Hei'} p{margin:0} @page{size:A4 landscape}"
    "table{width:100%;font-size:11px} td{padding:2px 6px;text-align:center;height:16px}"
)


def document(text, path):
    written = docx.Document()
    for kind, piece in pieces(text):
        if kind == "table":
            make.fill(written.add_table(len(piece), len(piece[0]), style="Table Grid"), piece)
        else:
            written.add_paragraph(piece)
    written.save(path)


def convert(work, to, source):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--infilter=HTML (StarWriter)" if source.suffix == ".html" else "--nologo",
         "--convert-to", to, "--outdir", str(work / "out"), str(source)],
        check=True, capture_output=True, timeout=120)


def report(name, work):
    text = (HERE / f"{name}.txt").read_text("utf-8")
    document(text, HERE / f"{name}.python.docx")
    sources.workbook(HERE / f"{name}.xlsx", text)
    source = work / f"{name}.html"
    source.write_text(sources.page(STYLE, LINED, text), "utf-8")
    convert(work, "odt:writer8", source)
    odt = work / "out" / f"{name}.odt"
    for to in ["docx:MS Word 2007 XML", "doc:MS Word 97", "pdf:writer_pdf_Export", "html:HTML (StarWriter)"]:
        convert(work, to, odt)
        ending = to.split(":")[0]
        (HERE / f"{name}.{ending}").write_bytes((work / "out" / f"{name}.{ending}").read_bytes())
    bare = work / "bare.html"
    bare.write_text(sources.page(BARE, text=text), "utf-8")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/profile",
         "--no-pdf-header-footer", f"--print-to-pdf={HERE}/{name}.bare.pdf", f"file://{bare}"],
        check=True, capture_output=True, timeout=120)


with tempfile.TemporaryDirectory() as folder:
    for name in ["blank-2021", "faulty-2019"]:
        report(name, pathlib.Path(folder))

"""Writes the sources of the files, and the workbook. Called by make.sh."""

import html
import pathlib
import re
import sys

import openpyxl
from openpyxl.styles import Alignment, Border, Side

from sample import BLANK, SAMPLE, is_value, merged, pieces


def table(rows, attributes):
    cells = {(r, c): (down, columns) for r, c, down, columns in merged(rows)}
    out = f"<table {attributes}>"
    for r, row in enumerate(rows):
        out += "<tr>"
        for c, words in enumerate(row):
            if (r, c) in cells:
                down, columns = cells[r, c]
                out += f"<td rowspan={down} colspan={columns}>{html.escape(words.replace(BLANK, ''))}</td>"
        out += "</tr>\n"
    return out + "</table>\n"


def page(style, attributes="", text=SAMPLE):
    body, above = "", 0
    for kind, piece in pieces(text):
        if kind == "table":
            body += table(piece, attributes)
        else:
            above += 1
            is_title = above <= 2
            body += f"<p{' class=title' if is_title else ''}>{html.escape(piece)}</p>\n"
    return f"<!DOCTYPE html><html lang=zh><meta charset=utf-8><title>年报</title><style>{style}</style><body>{body}</body></html>"


def workbook(path, text=SAMPLE):
    """The tables on a sheet each, what stands above and below them on the sheets
    around, as numbers; one sheet hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "总体情况"
    row, width = 1, 10
    line = Side(style="thin")
    for kind, piece in pieces(text):
        if kind == "paragraph":
            if piece[1] == "、" and sheet.title != "总体情况" or piece.startswith("二、"):
                sheet = book.create_sheet(re.sub(r"[、，].*", "", piece[2:])[:20])
                row = 1
            sheet.cell(row, 1, piece)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
            row += 1
            continue
        for r, c, down, columns in merged(piece):
            words = piece[r][c]
            words = words.replace(BLANK, "")
            value = float(words) if "." in words and is_value(words) else int(words) if is_value(words) else words or None
            # As a sum of parts leaves it.
            value = 4.499999999999999 + 1e-15 if value == 4.5 else value
            cell = sheet.cell(row + r, c + 1, value)
            cell.alignment = Alignment(wrap_text=True, horizontal="center")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            if down * columns > 1:
                sheet.merge_cells(
                    start_row=row + r, end_row=row + r + down - 1, start_column=c + 1, end_column=c + columns
                )
        row += len(piece) + 1
    notes = book.create_sheet("填报说明", 1)
    notes["A1"] = "请各单位于一月底前报送。"
    notes.sheet_state = "hidden"
    book.save(path)


def main():
    work, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    common = "body{font:14px/1.8 'WenQuanYi Micro Hei'} p{text-indent:2em;margin:0} .title{text-align:center;font-size:20px;text-indent:0}"
    lined = common + "table{border-collapse:collapse;width:100%;font-size:12px} td{border:1px solid #000;text-align:center;padding:2px}"
    bare = common + "@page{size:A4 landscape} table{width:100%;font-size:11px} td{padding:2px 6px;text-align:center}"
    (work / "report.html").write_text(page(lined), "utf-8")
    (work / "bare.html").write_text(page(bare), "utf-8")
    office = "p{font-family:'WenQuanYi Micro Hei'} td p{text-align:center}"
    attributes = 'border=1 cellspacing=0 style="border-collapse:collapse" width="100%"'
    (work / "office.html").write_text(page(office, attributes), "utf-8")
    workbook(out / "openpyxl.xlsx")


if __name__ == "__main__":
    main()

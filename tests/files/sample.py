"""The report that the files beside it hold: its paragraphs, its tables, and which of
their cells are merged."""

import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = (HERE / "../../www/samples/clean-2021.txt").resolve().read_text("utf-8")


def pieces(text=SAMPLE):
    """A report's paragraphs and tables, in order."""
    rows = []
    for line in text.split("\n") + [""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            yield "table", rows
            rows = []
        if line.strip():
            yield "paragraph", line.strip()


# Stands in the sources for a value that is blank, which no merged cell covers.
BLANK = "□"


def is_value(words):
    return re.fullmatch(r"[\d.]+|□", words) is not None


def merged(rows):
    """The merged cells of a statutory table: row, column, rows, columns of each."""
    width, height = len(rows[0]), len(rows)
    taken = [[False] * width for _ in rows]
    out = []
    for r in range(height):
        for c in range(width):
            if not rows[r][c] or taken[r][c]:
                continue
            free = lambda row, column: not rows[row][column] and not taken[row][column]
            columns = 1
            while c + columns < width and free(r, c + columns):
                columns += 1
            down = 1
            if not is_value(rows[r][c]):
                under = lambda row: all(free(row, column) for column in range(c, c + columns))
                begun = lambda row: any(map(is_value, rows[row])) and any(rows[row][:c])
                while r + down < height and under(r + down) and not begun(r + down):
                    down += 1
            for row in range(r, r + down):
                for column in range(c, c + columns):
                    taken[row][column] = True
            out.append((r, c, down, columns))
    return out

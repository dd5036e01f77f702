"""Writes small PDFs that are encrypted in the ways there are: `locked-*.pdf`. See make.sh.

    pip install reportlab pikepdf
    python3 tests/files/locked.py
"""

import io
import pathlib

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HERE = pathlib.Path(__file__).resolve().parent
WAYS = {
    "rc4-40": dict(R=2, aes=False, metadata=False),
    "rc4": dict(R=3, aes=False, metadata=False),
    "aes": dict(R=4, aes=True, metadata=True),
    "metadata": dict(R=4, aes=True, metadata=False),
    "aes-256": dict(R=6, aes=True, metadata=True),
    "password": dict(R=4, aes=True, metadata=True, user="secret"),
}

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
plain = io.BytesIO()
canvas = Canvas(plain, pagesize=(400, 600), invariant=True)
canvas.setFont("STSong-Light", 12)
canvas.drawString(50, 500, "一、总体情况")
canvas.drawString(50, 480, "全年主动公开政府信息12条。")
canvas.save()
for name, way in WAYS.items():
    with pikepdf.open(io.BytesIO(plain.getvalue())) as pdf:
        # One with its objects packed, as newer programs write them.
        packed = pikepdf.ObjectStreamMode.generate if way["R"] >= 4 else pikepdf.ObjectStreamMode.disable
        pdf.save(HERE / f"locked-{name}.pdf", encryption=pikepdf.Encryption(owner="owner", **{"user": "", **way}), object_stream_mode=packed)

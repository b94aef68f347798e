"""Writes the samples of formats that no editor writes: archives, compressed files, web archives, PDF. The texts are ours.

Usage: make_samples.py FOLDER. Those in tests/data/formats are what it wrote.
"""

import gzip
import io
import lzma
import sys
import tarfile
import zipfile
from pathlib import Path

DAY = (2024, 8, 16, 12, 0, 0)
STORY = ("The harbor council voted on Friday to keep the old ferry in service through the winter. "
         "Ada Lovelace, who has run the pier for eleven years, said that the town could not have gone without it.")


def text(title):
    return f"{title}\n\n{STORY}\n".encode()


def page(title):
    return (f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="article:published_time" content="2024-08-16T12:00:00Z"></head>'
            f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article><h1>{title}</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>").encode()


def warc(*pages):
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    for address, title in pages:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(title)
        out += (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-08-16T12:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n"
    return out


def packed_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed_tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as file:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            file.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def pdf(pages, information):
    """The smallest PDF that has these lines on its pages: ISO 32000-1, annex H."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"]
    for i, lines in enumerate(pages):
        drawn = "BT\n" + "".join(f"/F1 {size} Tf 1 0 0 1 72 {y} Tm ({line}) Tj\n" for y, size, line in lines) + "ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects.append("<< " + " ".join(f"/{key} ({value})" for key, value in information.items()) + " >>")
    out, table = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{content}\nendobj\n"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + table + trailer).encode("latin-1")


def main(folder):
    write = lambda name, content: (folder / name).write_bytes(content)
    crawl = warc(("https://example.org/one", "The First Ferry"), ("https://example.org/two", "The Second Ferry"))
    write("crawl.warc", crawl)
    write("crawl.warc.gz", gzip.compress(crawl, mtime=0))
    write("stories.zip", packed_zip({"one.txt": text("The First Ferry"), "more/two.html": page("The Second Ferry")}))
    write("stories.tar.gz", gzip.compress(packed_tar({"one.txt": text("The First Ferry"), "more/two.html": page("The Second Ferry")}), mtime=0))
    write("story.txt.xz", lzma.compress(text("The Packed Ferry")))
    write("gazette.pdf", pdf([[(790, 9, "The Harbor Gazette"), (740, 20, "The Printed Ferry"), (700, 11, "The harbor council voted on Friday to keep the old ferry in ser-"),
                               (687, 11, "vice through the winter, after a long debate in which fishermen,"), (674, 11, "shopkeepers and the port authority all took part."), (40, 9, "1")],
                              [(790, 9, "The Harbor Gazette"), (740, 11, "Ada Lovelace said that the town could not have gone without it."), (40, 9, "2")]],
                             {"Title": "The Printed Ferry", "Author": "Jane Doe", "CreationDate": "D:20240816120000Z"}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

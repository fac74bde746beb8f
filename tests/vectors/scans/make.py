"""Makes the scanned page of the vectors, once for each way in which scanners write one, into the folder given.

Needs Debian's python3-pil, libopenjp2-tools, libtiff-tools and fonts-dejavu-core. What it made lies beside it as
PDF holds it, the data of the stream alone; a paper of its own making, so that nobody's rights are touched.
A4 at 100 dots an inch. Written on: all of the upper part; an amount at 120..300 x 345..360 points from the lower
left; a hand's signature right of it; a ruled line at 330..530 x 180. Blank: the rest of the lower part.
"""
import os
import random
import struct
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDE, HIGH, DPI = 827, 1169, 100
FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf'
LINES = [
    'PEMERINTAH KABUPATEN CONTOH', 'KEPUTUSAN BUPATI', 'Nomor 188.45/12/2026', '',
    'Menimbang bahwa untuk kelancaran pembayaran kepada penyedia', 'sebesar jumlah tersebut di bawah',
    'perlu ditetapkan keputusan tentang anggaran.', '', 'Mengingat:', '1. Undang-Undang Nomor 23 Tahun 2014;',
    '2. Peraturan Pemerintah Nomor 12 Tahun 2019.', '', 'MEMUTUSKAN:',
]


def px(points):
    return int(points * DPI / 72)


def page(paper, ink, pen, grain=0):
    sheet = Image.new('RGB', (WIDE, HIGH), paper)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(FONT, px(11))
    for n, line in enumerate(LINES):
        draw.text((px(60), px(60 + n * 26)), line, ink, font)
    draw.text((px(120), HIGH - px(360)), 'Jumlah: Rp 1.250.000.000,00', ink, font)
    hand = [(px(340 + t * 4), HIGH - px(350 + 3 * ((t * 5) % 11 - 5))) for t in range(30)]
    draw.line(hand, pen, 2)
    draw.line([(px(330), HIGH - px(180)), (px(530), HIGH - px(180))], ink, 1)
    sheet = sheet.filter(ImageFilter.GaussianBlur(0.6))
    if grain:
        data = sheet.load()
        for y in range(HIGH):
            for x in range(WIDE):
                d = int(random.gauss(0, grain))
                data[x, y] = tuple(max(0, min(255, v + d)) for v in data[x, y])
    return sheet


def run(*args):
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def first_strip(path):
    """The data of a TIFF of one strip."""
    with Image.open(path) as tiff:
        [at], [size] = tiff.tag_v2[273], tiff.tag_v2[279]
    with open(path, 'rb') as file:
        file.seek(at)
        return file.read(size)


def fax(folder, bits, way):
    raw, out = os.path.join(folder, 'raw.tif'), os.path.join(folder, 'fax.tif')
    # What it keeps as light is what a fax keeps as paper.
    bits.convert('L').point(lambda v: 255 - v).convert('1').save(raw)
    run('tiffcp', '-c', way, '-f', 'msb2lsb', '-r', str(HIGH), raw, out)
    return first_strip(out)


# Table E.1 of ITU-T T.88: probability, next state when more and when less likely, whether to switch.
QE = [(0x5601, 1, 1, 1), (0x3401, 2, 6, 0), (0x1801, 3, 9, 0), (0x0AC1, 4, 12, 0), (0x0521, 5, 29, 0),
      (0x0221, 38, 33, 0), (0x5601, 7, 6, 1), (0x5401, 8, 14, 0), (0x4801, 9, 14, 0), (0x3801, 10, 14, 0),
      (0x3001, 11, 17, 0), (0x2401, 12, 18, 0), (0x1C01, 13, 20, 0), (0x1601, 29, 21, 0), (0x5601, 15, 14, 1),
      (0x5401, 16, 14, 0), (0x5101, 17, 15, 0), (0x4801, 18, 16, 0), (0x3801, 19, 17, 0), (0x3401, 20, 18, 0),
      (0x3001, 21, 19, 0), (0x2801, 22, 19, 0), (0x2401, 23, 20, 0), (0x2201, 24, 21, 0), (0x1C01, 25, 22, 0),
      (0x1801, 26, 23, 0), (0x1601, 27, 24, 0), (0x1401, 28, 25, 0), (0x1201, 29, 26, 0), (0x1101, 30, 27, 0),
      (0x0AC1, 31, 28, 0), (0x09C1, 32, 29, 0), (0x08A1, 33, 30, 0), (0x0521, 34, 31, 0), (0x0441, 35, 32, 0),
      (0x02A1, 36, 33, 0), (0x0221, 37, 34, 0), (0x0141, 38, 35, 0), (0x0111, 39, 36, 0), (0x0085, 40, 37, 0),
      (0x0049, 41, 38, 0), (0x0025, 42, 39, 0), (0x0015, 43, 40, 0), (0x0009, 44, 41, 0), (0x0005, 45, 42, 0),
      (0x0001, 45, 43, 0), (0x5601, 46, 46, 0)]


class Arithmetic:
    """The encoder of annex E.2 of ITU-T T.88."""

    def __init__(self):
        self.a, self.c, self.ct, self.out = 0x8000, 0, 12, bytearray([0])
        self.state, self.more = {}, {}

    def encode(self, cx, bit):
        at, mps = self.state.get(cx, 0), self.more.get(cx, 0)
        qe, up, down, switch = QE[at]
        self.a -= qe
        if bit == mps:
            if self.a & 0x8000:
                self.c += qe
                return
            if self.a < qe:
                self.a = qe
            else:
                self.c += qe
            self.state[cx] = up
        else:
            if self.a < qe:
                self.c += qe
            else:
                self.a = qe
            if switch:
                self.more[cx] = 1 - mps
            self.state[cx] = down
        while True:
            self.a <<= 1
            self.c <<= 1
            self.ct -= 1
            if self.ct == 0:
                self.byte()
            if self.a & 0x8000:
                break

    def byte(self):
        if self.out[-1] != 0xFF and self.c >= 0x8000000:
            self.out[-1] += 1
            self.c &= 0x7FFFFFF
        if self.out[-1] == 0xFF:
            self.out.append(self.c >> 20 & 0xFF)
            self.c &= 0xFFFFF
            self.ct = 7
        else:
            self.out.append(self.c >> 19 & 0xFF)
            self.c &= 0x7FFFF
            self.ct = 8

    def end(self):
        top = self.c + self.a
        self.c |= 0xFFFF
        if self.c >= top:
            self.c -= 0x8000
        for _ in range(2):
            self.c <<= self.ct
            self.byte()
        return bytes(self.out[1:]) + b'\xff\xac'


def arithmetic(bits):
    """A generic region of template 0 (6.2)."""
    data = bits.load()
    rows = [[0 if data[x, y] else 1 for x in range(WIDE)] + [0] * 4 for y in range(HIGH)]
    coder = Arithmetic()
    none = [0] * (WIDE + 4)
    for y in range(HIGH):
        two, one, row = (rows[y - 2] if y > 1 else none), (rows[y - 1] if y > 0 else none), rows[y]
        first = two[0] << 1 | two[1]
        second = one[0] << 2 | one[1] << 1 | one[2]
        here = 0
        for x in range(WIDE):
            first = (first << 1 | two[x + 2]) & 0x1F
            second = (second << 1 | one[x + 3]) & 0x7F
            coder.encode(first << 11 | second << 4 | here, row[x])
            here = (here << 1 | row[x]) & 0xF
    return coder.end()


def segment(number, kind, data):
    return struct.pack('>IBBBI', number, kind, 0, 1, len(data)) + data


def jbig2(data, mmr):
    """A page with one generic region (7.4.6), as PDF holds it: without header and end of file."""
    size = struct.pack('>II', WIDE, HIGH)
    where = size + struct.pack('>IIB', 0, 0, 0)
    flags = b'\x01' if mmr else b'\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe'
    return segment(0, 48, size + bytes(11)) + segment(1, 38, where + flags + data)


def main(out):
    random.seed(7)

    def keep(name, data):
        with open(os.path.join(out, name + '.bin'), 'wb') as file:
            file.write(data)

    sheet = page((243, 238, 219), (52, 50, 56), (40, 52, 150), 4)
    grey = page((226, 226, 226), (70, 70, 70), (70, 70, 70), 3).convert('L')
    bits = page((255, 255, 255), (0, 0, 0), (0, 0, 0)).convert('L').point(lambda v: 255 if v > 150 else 0, '1')
    specks = bits.copy()
    for _ in range(900):
        specks.putpixel((random.randrange(WIDE), random.randrange(HIGH)), 0)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'it')
        for name, picture, options in [
            ('jpeg-colour', sheet, {'quality': 40}),
            ('jpeg-progressive', sheet, {'quality': 35, 'progressive': True}),
            ('jpeg-grey', grey, {'quality': 40}),
            ('jpeg-cmyk', sheet.convert('CMYK'), {'quality': 30}),
        ]:
            picture.save(path, 'JPEG', **options)
            with open(path, 'rb') as file:
                keep(name, file.read())
        fours = fax(folder, specks, 'g4')
        keep('fax-g4', fours)
        keep('fax-g3-1d', fax(folder, bits, 'g3:1d'))
        keep('fax-g3-2d', fax(folder, bits, 'g3:2d'))
        keep('jbig2-mmr', jbig2(fours, True))
        keep('jbig2', jbig2(arithmetic(bits), False))
        sheet.save(path + '.ppm')
        run('opj_compress', '-i', path + '.ppm', '-o', path + '.jp2', '-r', '60')
        run('opj_compress', '-i', path + '.ppm', '-o', path + '.j2k', '-r', '60')
        for name, end in (('jp2', '.jp2'), ('j2k', '.j2k')):
            with open(path + end, 'rb') as file:
                keep(name, file.read())


main(sys.argv[1])

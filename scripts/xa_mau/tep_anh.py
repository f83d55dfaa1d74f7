"""Small drawn pictures in place of photographs: a field, a road, a river in flood, a house."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from scripts.xa_mau import ten

_SIZE = (640, 420)
_HORIZON = 170


def picture(name: str) -> bytes:
    """A JPEG drawn for the file name: the same name gives the same bytes."""
    words = set(name.removesuffix(".jpg").split("-"))
    flood = bool(words & {"lu", "tan"})
    image = Image.new("RGB", _SIZE, (70, 78, 98) if flood else (188, 216, 236))
    draw = ImageDraw.Draw(image)
    _hills(draw, name)
    if flood:
        _river(draw, name)
    elif words & {"duong", "ngo"}:
        _road(draw, name)
    elif words & {"lop", "ocop"}:
        _room(draw, name)
    else:
        _field(draw, name)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=70, optimize=False, progressive=False)
    return target.getvalue()


def _hills(draw: ImageDraw.ImageDraw, name: str) -> None:
    for place in range(5):
        x = ten.number(f"{name}h{place}", _SIZE[0])
        rise = 30 + ten.number(f"{name}r{place}", 70)
        draw.ellipse((x - 160, _HORIZON - rise, x + 160, _HORIZON + 120), fill=(98, 132, 110))
    draw.rectangle((0, _HORIZON, *_SIZE), fill=(122, 158, 92))


def _field(draw: ImageDraw.ImageDraw, name: str) -> None:
    for row in range(12):
        y = _HORIZON + 12 + row * (8 + row)
        shade = 150 + ten.number(f"{name}f{row}", 60)
        draw.line((0, y, _SIZE[0], y + 6), fill=(shade, 176, 60), width=4 + row)
    for place in range(14):
        _tree(draw, ten.number(f"{name}x{place}", _SIZE[0]), _HORIZON + 10, 18)


def _road(draw: ImageDraw.ImageDraw, name: str) -> None:
    draw.polygon(((300, _HORIZON), (340, _HORIZON), (560, 420), (90, 420)), fill=(168, 168, 166))
    draw.line((320, _HORIZON, 325, 420), fill=(240, 240, 232), width=4)
    for place in range(6):
        drop = place * place * 9
        _tree(draw, 270 - place * 46, _HORIZON + drop, 20 + place * 8)
        x, foot = 372 + place * 38, _HORIZON + drop
        draw.line((x, foot - 60 - place * 14, x, foot), fill=(60, 60, 66), width=3)
    _house(draw, 480 + ten.number(name, 60), _HORIZON - 6)


def _river(draw: ImageDraw.ImageDraw, name: str) -> None:
    draw.rectangle((0, _HORIZON + 20, *_SIZE), fill=(128, 102, 78))
    for wave in range(46):
        x = ten.number(f"{name}w{wave}", _SIZE[0])
        y = _HORIZON + 30 + ten.number(f"{name}y{wave}", 210)
        draw.arc((x, y, x + 56, y + 14), 200, 340, fill=(170, 146, 118), width=2)
    _house(draw, 90 + ten.number(name, 60), _HORIZON + 24)
    draw.polygon(((300, 300), (470, 300), (440, 340), (330, 340)), fill=(44, 60, 84))
    for person in range(3):
        draw.ellipse((340 + person * 36, 262, 360 + person * 36, 282), fill=(226, 190, 160))
        draw.rectangle((338 + person * 36, 282, 362 + person * 36, 304), fill=(226, 112, 42))


def _room(draw: ImageDraw.ImageDraw, name: str) -> None:
    draw.rectangle((40, 50, 600, 380), fill=(232, 224, 204), outline=(120, 96, 70), width=4)
    draw.rectangle((200, 80, 440, 190), fill=(52, 84, 76), outline=(120, 96, 70), width=5)
    for place in range(8):
        x, y = 90 + place % 4 * 130, 240 + place // 4 * 70
        colour = (120 + ten.number(f"{name}c{place}", 110), 96, 70)
        draw.ellipse((x, y - 28, x + 26, y - 2), fill=(226, 190, 160))
        draw.rectangle((x - 24, y, x + 52, y + 24), fill=colour)


def _tree(draw: ImageDraw.ImageDraw, x: int, y: int, size: int) -> None:
    draw.rectangle((x - 2, y, x + 2, y + size), fill=(92, 68, 46))
    draw.ellipse((x - size // 2, y - size, x + size // 2, y + 4), fill=(52, 104, 58))


def _house(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    draw.rectangle((x, y - 44, x + 84, y + 14), fill=(238, 226, 198))
    draw.polygon(((x - 10, y - 44), (x + 42, y - 84), (x + 94, y - 44)), fill=(170, 66, 48))

"""Draws a figure of a topic: `content/<topic>/figures/name.py` prints `name.svg`. Standard library only.

    PYTHONPATH=samples python3 content/evaluation/figures/roc-curve.py > content/evaluation/figures/roc-curve.svg

It writes the part of SVG that every output draws in its own colours: path, line, rect, circle, text and named groups; no
ids, styles or transformations. Numbers have at most two decimals and attributes a fixed order, so the same script prints
the same bytes everywhere, and `recall run` can compare them with the file.

Colours are roles: `accent` is the point of the figure, `second` its opposite, `muted` the reference, `ink` lines and
words, `paper` the ground. Units are CSS pixels of a figure 320 wide, or 158 for one that stands beside text. All text is
11 high. Axes are 0.75 wide, references 1, outlines 1.25, data 2.
"""

from contextlib import contextmanager
from html import escape
from math import hypot

ORDER = (
    "class x y x1 y1 x2 y2 cx cy r width height rx d fill fill-opacity stroke stroke-width stroke-dasharray "
    "stroke-linejoin text-anchor font-size font-weight"
).split()


def number(value):
    """At most two decimals, and no negative zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def minus(value):
    """A number as a label, with a minus sign instead of a hyphen."""
    return f"{value:g}".replace("-", "−")


def steps(low, high, count):
    """`count` + 1 numbers from `low` to `high`."""
    return [low + (high - low) * i / count for i in range(count + 1)]


class Figure:
    def __init__(self, width, height, title):
        self.width, self.height, self.title, self.lines, self.depth = width, height, title, [], 1

    def put(self, tag, content=None, **attributes):
        """One element. Attributes that are None are left out; `_` in a name stands for `-`, `role` for `class`."""
        named = {"class" if key == "role" else key.replace("_", "-"): value for key, value in attributes.items()}
        pairs = [(key, named.pop(key)) for key in ORDER if key in named]
        if named:
            raise ValueError(f"unknown attribute {sorted(named)}")
        body = "".join(
            f' {key}="{escape(value if isinstance(value, str) else number(value))}"'
            for key, value in pairs
            if value is not None
        )
        end = "/>" if content is None else f">{escape(content, quote=False)}</{tag}>"
        self.lines.append(f"{'  ' * self.depth}<{tag}{body}{end}")

    @contextmanager
    def part(self, name):
        """A part that a card can hide and ask for: put the label into it, and whatever else betrays it."""
        self.lines.append(f'{"  " * self.depth}<g data-part="{escape(name)}">')
        self.depth += 1
        yield
        self.depth -= 1
        self.lines.append(f"{'  ' * self.depth}</g>")

    def text(self, x, y, content, role="ink", anchor=None, bold=False, size=None):
        """Text from `x` on, or around it (`middle`), or up to it (`end`); `y` is its base line."""
        weight = "bold" if bold else None
        self.put("text", content, role=role, x=x, y=y, fill="currentColor", text_anchor=anchor, font_size=size, font_weight=weight)

    def line(self, x1, y1, x2, y2, role="ink", width=1.0, dash=None):
        self.put("line", role=role, x1=x1, y1=y1, x2=x2, y2=y2, stroke="currentColor", stroke_width=width, stroke_dasharray=dash)

    def path(self, points, role="ink", width=2.0, dash=None, closed=False):
        d = data(points, closed)
        self.put("path", role=role, d=d, fill="none", stroke="currentColor", stroke_width=width, stroke_dasharray=dash, stroke_linejoin="round")

    def area(self, points, role="accent", opacity=1.0):
        self.put("path", role=role, d=data(points, True), fill="currentColor", fill_opacity=opacity if opacity < 1 else None)

    def rect(self, x, y, width, height, role="accent", opacity=1.0, rx=None):
        """A filled rectangle: 0.25 as a region, 0.35 / 0.9 for off / on, at most 0.5 under text."""
        opacity = opacity if opacity < 1 else None
        self.put("rect", role=role, x=x, y=y, width=width, height=height, rx=rx, fill="currentColor", fill_opacity=opacity)

    def frame(self, x, y, width, height, role="ink", stroke=1.25, rx=None, dash=None):
        self.put("rect", role=role, x=x, y=y, width=width, height=height, rx=rx, fill="none", stroke="currentColor", stroke_width=stroke, stroke_dasharray=dash)

    def box(self, x, y, width, height, label, role="ink", tint=0.0, bold=False, dash=None):
        """A rounded box with its label in the middle; `tint` fills it with its role. A second label line follows `|`."""
        if tint:
            self.rect(x, y, width, height, role, tint, 3)
        self.frame(x, y, width, height, role, rx=3, dash=dash)
        rows = label.split("|") if label else []
        top = y + height / 2 + 4 - 6.5 * (len(rows) - 1)
        for row, words in enumerate(rows):
            self.text(x + width / 2, top + 13 * row, words, "ink", "middle", bold)

    def circle(self, x, y, r, role="ink", opacity=1.0):
        self.put("circle", role=role, cx=x, cy=y, r=r, fill="currentColor", fill_opacity=opacity if opacity < 1 else None)

    def ring(self, x, y, r, role="ink", stroke=1.25, dash=None):
        self.put("circle", role=role, cx=x, cy=y, r=r, fill="none", stroke="currentColor", stroke_width=stroke, stroke_dasharray=dash)

    def dot(self, x, y, role="ink", r=3.5):
        """A point with a rim of paper, so that it stands out from the lines under it."""
        self.circle(x, y, r + 1.5, "paper")
        self.circle(x, y, r, role)

    def arrow(self, *points, role="ink", width=1.25, dash=None):
        """Lines through points, given as (x, y), with a head at the end."""
        (x1, y1), (x2, y2) = points[-2:]
        length = hypot(x2 - x1, y2 - y1)
        u, v = (x2 - x1) / length, (y2 - y1) / length
        neck = (x2 - 5 * u, y2 - 5 * v)
        self.path([*points[:-1], neck], role, width, dash)
        self.area([(x2, y2), (x2 - 7 * u - 3 * v, y2 - 7 * v + 3 * u), (x2 - 7 * u + 3 * v, y2 - 7 * v - 3 * u)], role)

    def panel(self, x, y, width, height, xlim=(0, 1), ylim=(0, 1)):
        return Panel(self, x, y, width, height, xlim, ylim)

    def svg(self):
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(self.width)} {number(self.height)}"'
            f' font-family="sans-serif" font-size="11">\n  <title>{escape(self.title, quote=False)}</title>\n'
        )
        return head + "\n".join(self.lines) + "\n</svg>\n"

    def show(self):
        """Prints the figure, in UTF-8 and with line feeds whatever the system's habits are."""
        import sys

        sys.stdout.buffer.write(self.svg().encode("utf-8"))


class Panel:
    """A part of a figure with numbers of its own. What leaves it is cut off by computing, since there is no clipping."""

    def __init__(self, figure, x, y, width, height, xlim, ylim):
        self.figure, self.x, self.y, self.width, self.height, self.xlim, self.ylim = figure, x, y, width, height, xlim, ylim

    def at(self, x, y):
        """A point in the figure's units."""
        (a, b), (c, e) = self.xlim, self.ylim
        return self.x + (x - a) / (b - a) * self.width, self.y + self.height - (y - c) / (e - c) * self.height

    def axes(self, xticks=(), yticks=(), xlabel=None, ylabel=None):
        """Axes at the left and the bottom; the label of y stands above it."""
        figure, bottom = self.figure, self.y + self.height
        figure.line(self.x, bottom, self.x + self.width, bottom, width=0.75)
        figure.line(self.x, self.y, self.x, bottom, width=0.75)
        for tick in xticks:
            x, _ = self.at(tick, self.ylim[0])
            figure.line(x, bottom, x, bottom + 3, width=0.75)
            figure.text(x, bottom + 13, minus(tick), "muted", "middle")
        for tick in yticks:
            _, y = self.at(self.xlim[0], tick)
            figure.line(self.x - 3, y, self.x, y, width=0.75)
            figure.text(self.x - 5, y + 4, minus(tick), "muted", "end")
        if xlabel:
            figure.text(self.x + self.width, bottom + (26 if xticks else 13), xlabel, "ink", "end")
        if ylabel:
            figure.text(self.x - (15 if yticks else 0), self.y - 6, ylabel)

    def curve(self, points, role="accent", width=2.0, dash=None):
        for run in self.inside(points):
            self.figure.path([self.at(*point) for point in run], role, width, dash)

    def closed(self, points, role="accent", width=1.25, dash=None):
        self.curve([*points, points[0]], role, width, dash)

    def area(self, points, role="accent", opacity=0.25):
        """Not cut off: the points have to be inside."""
        self.figure.area([self.at(*point) for point in points], role, opacity)

    def dot(self, x, y, role="ink", r=3.5):
        self.figure.dot(*self.at(x, y), role, r)

    def text(self, x, y, content, role="ink", anchor=None, bold=False, dx=0.0, dy=0.0):
        """Text at a point of the panel, moved by `dx` and `dy` of the figure's units."""
        u, v = self.at(x, y)
        self.figure.text(u + dx, v + dy, content, role, anchor, bold)

    def inside(self, points):
        """The stretches of a line that are inside the panel."""
        runs = []
        end = None
        for start, stop in zip(points, points[1:]):
            piece = clip(start, stop, self.xlim, self.ylim)
            if piece is None:
                end = None
                continue
            if end != piece[0]:
                runs.append([piece[0]])
            runs[-1].append(piece[1])
            end = piece[1]
        return runs


def clip(start, stop, xlim, ylim):
    """The piece of a line inside a rectangle, by Liang and Barsky; None when it is outside."""
    low, high = 0.0, 1.0
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    for change, room in ((-dx, start[0] - xlim[0]), (dx, xlim[1] - start[0]), (-dy, start[1] - ylim[0]), (dy, ylim[1] - start[1])):
        if change == 0:
            if room < 0:
                return None
        elif change < 0:
            low = max(low, room / change)
        else:
            high = min(high, room / change)
    if low >= high:
        return None
    first = start if low == 0 else (start[0] + low * dx, start[1] + low * dy)
    last = stop if high == 1 else (start[0] + high * dx, start[1] + high * dy)
    return first, last


def data(points, closed=False):
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")

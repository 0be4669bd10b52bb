from figure import Figure

f = Figure(320, 104, "Intersection over union of two boxes, and non-maximum suppression")


def place(x, y):
    return 6 + (x - 2) * 9.6, 16 + (y - 1) * 9.6


(ax, ay), (bx, by) = place(2, 1), place(12, 7)
(cx, cy), (dx, dy) = place(3, 4), place(15, 8)
with f.part("box A"):
    f.rect(ax, ay, bx - ax, by - ay, "accent", 0.22)
    f.frame(ax, ay, bx - ax, by - ay, "accent", 1.5)
    f.text(ax + 5, ay + 14, "A 60", "accent", bold=True)
with f.part("box B"):
    f.rect(cx, cy, dx - cx, dy - cy, "second", 0.2)
    f.frame(cx, cy, dx - cx, dy - cy, "second", 1.5, dash="4 2")
    f.text(dx - 2, dy - 3, "B 48", "second", "end", True)
f.text((cx + bx) / 2, (cy + by) / 2 + 4, "27", "ink", "middle", True)
f.text(6, 10, "IoU = 27 / (60 + 48 − 27) = ⅓", bold=True)
f.text(176, 10, "NMS keeps the best", bold=True)
boxes = ((184, 20, 60, 60, "accent", None), (194, 28, 60, 56, "muted", "3 2"), (174, 32, 58, 56, "muted", "3 2"), (280, 30, 38, 50, "accent", None))
for x, y, w, h, role, dash in reversed(boxes):
    if dash is None:
        f.rect(x, y, w, h, role, 0.12)
    f.frame(x, y, w, h, role, 1.75 if dash is None else 1, dash=dash)
f.text(214, 56, "0.9", "accent", "middle", True)
f.text(299, 59, "0.7", "accent", "middle", True)
f.text(257, 80, "0.8", "muted")
f.text(171, 80, "0.6", "muted", "end")
f.text(318, 102, "IoU > 0.5: drop", "muted", "end")
f.show()

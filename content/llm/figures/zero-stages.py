from figure import Figure

f = Figure(320, 112, "Bytes a parameter on each of 8 GPUs: DDP and the three ZeRO stages")
PARTS = (("weights", 2, "accent", 0.85), ("gradients", 2, "accent", 0.4), ("optimizer", 12, "second", 0.4))
N, UNIT = 8, 13
for k, (name, sharded) in enumerate((("DDP", 0), ("ZeRO 1", 1), ("ZeRO 2", 2), ("ZeRO 3", 3))):
    y = 18 + 24 * k
    x, total = 52.0, 0.0
    with f.part(name):
        f.text(48, y + 13, name, "ink", "end", True)
        for i, (_, size, role, opacity) in enumerate(PARTS):
            size = size / N if i >= 3 - sharded else size
            f.rect(x, y, max(0.5, size * UNIT - 1), 18, role, opacity)
            x += size * UNIT
            total += size
        f.text(x + 5, y + 13, f"{total:g} B", "ink", bold=True)
f.text(52, 11, "weights", "accent", bold=True)
f.text(100, 11, "gradients", "accent")
f.text(156, 11, "optimizer states", "second", bold=True)
f.text(316, 108, "N = 8 GPUs", "muted", "end")
f.show()

from figure import Figure

f = Figure(320, 104, "Backpropagation through four boxes")
names = ("linear", "ReLU", "linear", "loss")
forward = ("x", "z", "h", "ŷ")
backward = ("∂x", "∂z", "∂h", "∂ŷ")
cached = ("x, W₁", "z > 0", "h, W₂", "ŷ, y")
for k, name in enumerate(names):
    x = 30 + 78 * k
    f.box(x, 34, 48, 30, name, "ink", bold=True)
    f.arrow((x - 29, 42), (x - 1, 42), role="accent", width=1.75)
    f.text(x - 15, 33, forward[k], "accent", "middle", True)
    with f.part(f"gradient {backward[k]}"):
        f.arrow((x - 1, 57), (x - 29, 57), role="second", width=1.75, dash=None)
        f.text(x - 15, 75, backward[k], "second", "middle", True)
    with f.part(f"cache of {name} {k + 1}"):
        f.text(x + 24, 84, cached[k], "muted", "middle")
for k, name in ((0, "∂W₁"), (2, "∂W₂")):
    x = 54 + 78 * k
    with f.part(f"gradient {name}"):
        f.arrow((x, 34), (x, 20), role="second", width=1.75)
        f.text(x, 15, name, "second", "middle", True)
f.text(132, 11, "forward →", "accent", "middle", True)
f.text(132, 24, "← backward", "second", "middle", True)
f.text(160, 101, "below each box: what the forward pass has to keep", "muted", "middle")
f.show()

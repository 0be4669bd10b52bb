from figure import Figure

f = Figure(320, 92, "LLaVA-1.5: image, ViT, projector, language model, with shapes")
steps = ((4, 50, "image", "ink", 0), (80, 42, "ViT", "accent", 0.2), (160, 58, "projector", "second", 0.2), (256, 60, "LLM 7B", "accent", 0.2))
for x, w, name, role, tint in steps:
    with f.part(name):
        f.box(x, 24, w, 26, name, role, tint, True)
for x1, x2, shape in ((54, 80, ""), (122, 160, "576 × 1024"), (218, 256, "576 × 4096")):
    f.arrow((x1, 37), (x2, 37))
    if shape:
        with f.part(f"shape {shape}"):
            f.text((x1 + x2) / 2, 15, shape, "ink", "middle")
f.text(29, 64, "336² pixels", "muted", "middle")
f.text(101, 64, "14² patches", "muted", "middle")
f.box(160, 68, 58, 20, "words", "ink")
f.arrow((218, 78), (286, 78), (286, 51))
f.text(222, 90, "same width", "muted")
f.show()

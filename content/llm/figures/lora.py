from figure import Figure

f = Figure(158, 104, "LoRA beside the frozen matrix: two thin factors")
with f.part("frozen weights"):
    f.rect(6, 20, 58, 58, "muted", 0.22)
    f.frame(6, 20, 58, 58, "muted")
    f.text(35, 46, "W", "ink", "middle", True)
    f.text(35, 60, "frozen", "muted", "middle")
f.text(35, 14, "4096²", "muted", "middle")
f.text(74, 53, "+", "ink", "middle", True)
with f.part("B"):
    f.rect(86, 20, 9, 58, "accent", 0.9)
    f.text(90, 92, "B = 0", "accent", "middle", True)
with f.part("A"):
    f.rect(98, 20, 56, 9, "accent", 0.9)
    f.text(126, 43, "A random", "accent", "middle", True)
f.text(90, 14, "r = 16", "accent", "middle")
f.text(104, 66, "0.8% of W")
f.show()

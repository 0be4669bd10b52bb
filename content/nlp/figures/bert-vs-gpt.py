from figure import Figure

f = Figure(158, 110, "Attention masks: BERT reads all tokens, GPT only earlier ones")
CELL = 15
for k, (name, sees, fills) in enumerate((("BERT", "sees all", "fills gaps"), ("GPT", "sees the past", "next token"))):
    x0 = 10 + 80 * k
    f.text(x0 + 30, 11, name, "ink", "middle", True)
    with f.part(f"mask of {name}"):
        for i in range(4):
            for j in range(4):
                seen = k == 0 or j <= i
                f.rect(x0 + CELL * j, 18 + CELL * i, CELL - 1, CELL - 1, "accent" if seen else "muted", 0.8 if seen else 0.15)
    f.text(x0 + 30, 91, sees, "accent", "middle", True)
    f.text(x0 + 30, 105, fills, "muted", "middle")
f.show()

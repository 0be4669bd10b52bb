from figure import Figure

f = Figure(158, 106, "Dropout in training removes units at random; at inference all stay")
dropped = {(0, 1), (1, 0), (1, 3), (0, 3)}
for k, (name, note) in enumerate((("training", "× 1/(1 − p)"), ("inference", "identity"))):
    x0 = 12 + 80 * k
    f.text(x0 + 28, 10, name, "ink", "middle", True)
    with f.part(name):
        alive = [[k == 1 or (layer, unit) not in dropped for unit in range(4)] for layer in range(2)] + [[True]]
        at = [[(x0 + 28 * layer, 22 + 20 * unit) for unit in range(4)] for layer in range(2)] + [[(x0 + 56, 52)]]
        for layer in range(2):
            for a, start in enumerate(at[layer]):
                for b, end in enumerate(at[layer + 1]):
                    if alive[layer][a] and alive[layer + 1][b]:
                        f.line(*start, *end, "muted", 0.75)
        for layer in range(3):
            for unit, (x, y) in enumerate(at[layer]):
                f.circle(x, y, 6, "paper")
                if alive[layer][unit]:
                    f.circle(x, y, 5, "accent")
                else:
                    f.ring(x, y, 5, "second", 1.25, "2 1.5")
                    f.path([(x - 3, y - 3), (x + 3, y + 3)], "second", 1.25)
                    f.path([(x - 3, y + 3), (x + 3, y - 3)], "second", 1.25)
    f.text(x0 + 28, 102, note, "second" if k == 0 else "muted", "middle")
f.show()

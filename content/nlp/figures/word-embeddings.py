from figure import Figure

f = Figure(158, 104, "Word vectors: king minus man plus woman lies near queen")
man, woman, king, queen = (26, 82), (98, 96), (52, 30), (124, 38)
with f.part("royalty"):
    f.arrow(man, (king[0] - 2, king[1] + 5), role="accent", width=2)
    f.arrow(woman, (queen[0] - 2, queen[1] + 5), role="accent", width=2)
with f.part("gender"):
    f.arrow(man, (woman[0] - 5, woman[1] - 1), role="second", width=1.5, dash="4 2")
    f.arrow(king, (queen[0] - 5, queen[1] - 1), role="second", width=1.5, dash="4 2")
for (x, y), word, dx, dy, anchor in ((man, "man", 0, 16, "middle"), (woman, "woman", 8, 2, None), (king, "king", -6, -8, "middle"), (queen, "queen", 6, -8, "middle")):
    with f.part(word):
        f.dot(x, y)
        f.text(x + dx, y + dy, word, "ink", anchor, True)
f.text(4, 10, "king − man + woman ≈ queen", "muted")
f.show()

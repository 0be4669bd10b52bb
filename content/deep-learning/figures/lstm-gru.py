from figure import Figure

f = Figure(320, 138, "LSTM cell: the cell state runs along the top, three gates edit and read it")


def node(x, y, sign, role="ink"):
    f.circle(x, y, 9, "paper")
    f.ring(x, y, 8, role, 1.5)
    f.text(x, y + 4, sign, "ink", "middle", True)


f.frame(34, 6, 252, 112, "muted", 1, 6)
f.arrow((4, 26), (316, 26), role="accent", width=2.5)
f.text(4, 19, "c t−1", "accent", bold=True)
f.text(316, 19, "c t", "accent", "end", True)
f.path([(4, 104), (240, 104)], "ink", 1.25)
f.text(4, 98, "h t−1")
f.arrow((20, 134), (50, 134), (50, 105), width=1.25)
f.text(4, 137, "x t")
gates = ((66, "σ", "forget gate", 66, "second"), (128, "σ", "input gate", 156, "second"), (184, "tanh", "candidate", 156, "accent"), (240, "σ", "output gate", 240, "second"))
with f.part("forget gate"):
    f.arrow((74, 104), (74, 90))
    f.box(60, 70, 28, 19, "σ", "second", 0.2)
    f.arrow((74, 70), (74, 35), role="second")
    node(74, 26, "×", "second")
    f.text(70, 52, "forget", "second", "end", True)
with f.part("input gate"):
    f.arrow((126, 104), (126, 90))
    f.box(112, 70, 28, 19, "σ", "second", 0.2)
    f.arrow((126, 70), (126, 52), (145, 52), role="second")
    f.text(122, 60, "input", "second", "end", True)
with f.part("candidate"):
    f.arrow((182, 104), (182, 90))
    f.box(164, 70, 36, 19, "tanh", "accent", 0.2)
    f.arrow((182, 70), (182, 52), (163, 52), role="accent")
    f.text(186, 60, "new", "accent", bold=True)
node(154, 52, "×")
f.arrow((154, 43), (154, 35))
node(154, 26, "+")
with f.part("output gate"):
    f.arrow((230, 104), (230, 90))
    f.box(216, 70, 28, 19, "σ", "second", 0.2)
    f.arrow((230, 70), (230, 60), (255, 60), role="second")
    f.text(226, 60, "output", "second", "end", True)
    f.arrow((264, 26), (264, 51))
    f.text(260, 43, "tanh", "muted", "end")
node(264, 60, "×")
f.arrow((264, 69), (264, 104), (316, 104))
f.text(316, 98, "h t", anchor="end")
f.text(160, 133, "σ opens a gate from 0 to 1; + keeps the gradient alive", "muted", "middle")
f.show()

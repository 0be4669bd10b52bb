from ed import item, ROOT
D="deep-learning/"
p=ROOT/(D+"activation-functions.md"); t=p.read_text()
a=" With softmax, cat and dog in one picture cannot both score above 0.5."
assert t.count(a)==1; t=t.replace(a,"")
b="Binary or multi-label: one sigmoid per label with binary cross-entropy."; assert t.count(b)==1
t=t.replace(b,b+" (With softmax, cat and dog in one picture could not both score above 0.5.)"); p.write_text(t)
for f in ("diffusion-models",):
    p=ROOT/(D+f+".md"); t=p.read_text()
    t=t.replace('\nverified:','\n  - title: "Adversarial Diffusion Distillation (Sauer et al., 2023)"\n    url: https://arxiv.org/abs/2311.17042\nverified:',1); p.write_text(t)
item(D+"dropout", importance="essential",
 short="In training, dropout zeroes each unit with probability $p$ and scales survivors by $1/(1-p)$, so units cannot co-adapt; at inference it is off.",
 points=["training: random mask per example, survivors scaled by $1/(1-p)$",
  "inference: the identity, switched by `model.eval()`",
  "prevents co-adaptation: no unit can rely on a particular partner",
  "approximates an average of many thinned networks",
  "$p$ about 0.5 in wide dense layers, 0.1 in transformers",
  "often none when an LLM is pre-trained for one epoch"],
 subs=[("predictions become random and worse. The same call matters for batch norm.","predictions become random and worse."),
  ("- Derive the factor $1/(1-p)$: [inverted dropout](./dropout-formula.md).","- [Why are the survivors divided by $1-p$?](./dropout-formula.md)")])
item(D+"dropout-formula", part="dropout",
 short="Use inverted dropout in training only: dividing the survivors by $1-p$ keeps each unit's expected value, so inference needs no rescaling.")
item(D+"early-stopping",
 short="Stop when validation loss has not improved for `patience` checks and restore the best weights; fewer steps act roughly like an L2 penalty.",
 points=["monitor validation loss or metric, with patience and a minimum improvement",
  "restore the best checkpoint, not the last",
  "strong patterns are usually fitted first, noise later",
  "quadratic loss, small curvature: like L2 with $\\lambda=1/(\\eta t)$",
  "the validation score is then optimistic: report a separate test set",
  "with a decaying schedule, fix the budget instead and keep the best checkpoint"],
 subs=[("Training fits the strong patterns first and the noise later, so stopping bounds the effective complexity, much like an L2 penalty of strength $1/(\\text{learning rate}\\times\\text{steps})$. The validation score is then optimistic: the final number comes from a separate test set.",
   "Training tends to fit strong patterns first and noise later, so stopping bounds the effective complexity; for a quadratic loss it acts much like an L2 penalty of strength $1/(\\text{learning rate}\\times\\text{steps})$. The validation score is then optimistic: the final number comes from a separate test set."),
  ("""An MLP with 256 hidden units, 300 training rows with 20% of the labels redrawn at random, Adam at 0.001:

| epoch | training loss | validation loss | test accuracy |
| --- | --- | --- | --- |
| 6 (best) | 0.344 | 0.479 | 0.812 |
| 16 (patience of 10 ends) | 0.180 | 0.552 | 0.789 |
| 200 | 0.001 | 1.345 | 0.778 |

Restoring epoch 6 instead of keeping epoch 16 is worth 2.3 points. The loss suffers far more than the accuracy.""",
"""An MLP with 256 hidden ReLU units on scikit-learn's `make_classification`: 20 features, 5 of them informative, 20% of the labels redrawn at random; 300 training, 300 validation and 10,000 test rows; Adam at 0.001, batches of 32. Means over 20 seeds:

| epoch | training loss | validation loss | test loss | test accuracy |
| --- | --- | --- | --- | --- |
| 16 (best, 8 to 27) | 0.388 | 0.525 | 0.536 | 0.751 |
| 26 (patience of 10 ends) | 0.310 | 0.539 | 0.549 | 0.752 |
| 200 | 0.010 | 1.220 | 1.214 | 0.722 |

Training to the end costs 2.9 points of accuracy (standard error 0.5) and more than doubles the test loss: the network grows overconfident. Restoring the best epoch lowers the loss a little; in accuracy the first two rows do not differ."""),
  ("- [Write the loop with patience and restore.](../python-sql/pytorch-training-loop.md)","- [How do you write the training loop that this check belongs to?](../python-sql/pytorch-training-loop.md)")],
 )
item(D+"epoch-batch-iteration",
 short="An epoch is one pass over the training set, a batch the samples behind one gradient, an iteration one update: $\\lceil N/B\\rceil$ per epoch.",
 points=["epoch: every training sample used once",
  "batch: the samples behind one gradient estimate",
  "iteration: one update, $\\lceil N/B\\rceil$ per epoch, fewer if the last is dropped",
  "with accumulation and several devices, the global batch counts",
  "schedules count iterations, overfitting epochs, cost samples or tokens",
  "larger batch, fewer updates: raise the learning rate, with warm-up"],
 subs=[("that rule holds up to a critical batch size and then stops helping.","that rule holds up to a critical batch size (about 8,000 for Goyal's ResNet-50) and then fails.")])
item(D+"epoch-term", part="epoch-batch-iteration",
 short="One full pass over the training set, which takes $\\lceil N/B\\rceil$ updates with batches of $B$; language models are pre-trained for about one.")
item(D+"iteration-term", part="epoch-batch-iteration",
 short="One parameter update, which spans several forward and backward passes under gradient accumulation; schedules and warm-up count these.",
 subs=[("A log that counts forward passes","That is right if all micro-batches have the same number of samples (or tokens); otherwise divide the summed loss by the total. A log that counts forward passes")])
item(D+"feedforward-vs-recurrent",
 short="A feed-forward network maps input to output without memory; a recurrent one carries a hidden state and reuses the same weights at every step.",
 points=["recurrent: $h_t=\\phi(W_hh_{t-1}+W_xx_t+b)$, same weights at every step",
  "an MLP has a fixed input length; CNNs and transformers are feed-forward too",
  "training: (truncated) backpropagation through time",
  "the repeated $W_h$ makes gradients vanish or explode",
  "constant cost and memory per step at inference, but sequential training"],
 subs=[("| | Feed-forward | Recurrent |","| | Feed-forward (MLP) | Recurrent |"),
  ("which is why transformers replaced them elsewhere.","which is why transformers replaced them for most other work."),
  ("- How do [CNNs, RNNs and transformers](../transformers/cnn-rnn-transformer.md) compare in path length and cost?","- [How do CNNs, RNNs and transformers compare in path length and cost?](../transformers/cnn-rnn-transformer.md)")])
item(D+"fully-connected-layer",
 short="Every input feeds every output: $y=\\phi(Wx+b)$ has $d_{\\mathrm{in}}d_{\\mathrm{out}}+d_{\\mathrm{out}}$ parameters and costs about two operations per weight per example.",
 points=["$y=\\phi(Wx+b)$: a matrix product, a bias, an activation",
  "$d_{\\mathrm{in}}d_{\\mathrm{out}}+d_{\\mathrm{out}}$ parameters, about twice as many operations per example",
  "no locality, no weight sharing: wasteful on images",
  "without an activation between them, two layers are one",
  "still used in heads, projections and the transformer's feed-forward block"],
 subs=[("With it, one wide hidden layer can approximate any continuous function on a bounded region, but the width needed may be enormous; depth is cheaper.",
   "With any nonpolynomial activation, one wide hidden layer can approximate every continuous function on a closed and bounded region, but the width needed may be enormous; depth is often cheaper."),
  ("Those assumptions are right for images, and they are why","Those assumptions fit images, and they are why"),
  ("That block holds $8d^2$ of the roughly $12d^2$ weights of a layer: with $d=4096$, 134 million.","In the original design that block holds $8d^2$ of the roughly $12d^2$ weights of a layer: with $d=4096$, 134 million."),
  ("Later CNNs average each channel first","Most later CNNs average each channel first")])

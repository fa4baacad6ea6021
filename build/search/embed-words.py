"""Where the meanings of words lie, made offline: see docs/tool-search.md for what goes in and how to run it.

usage: embed-words.py MODEL.onnx TOKENIZER.json RANKED_WORDS.json COUNTS.json OUT_DIRECTORY

MODEL          all-MiniLM-L6-v2 as ONNX (token vectors come out), with its tokenizer
RANKED_WORDS   a list of words, the commonest first
COUNTS         in how many short descriptions of software each word stands
Writes words.json ([words, ranks]) and vectors.f32 (128 numbers a word). No part of a build or a test.
"""

import json
import re
import sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

COMMON = 16_000
DIMENSIONS = 128
# A rarer word is taken when so many descriptions of software have it; one that the list does not have at all, when
# so many more do.
LISTED, UNLISTED, DEEPEST = 20, 120, 150_000

model_file, tokenizer_file, ranked_file, counts_file, out = sys.argv[1:]
ranked = json.load(open(ranked_file))
counts = json.load(open(counts_file))
rank = {word: place for place, word in enumerate(ranked)}
common = [word for word in ranked if re.fullmatch("[a-z]{2,20}", word)][:COMMON]
have = set(common)
rarer = [
    word
    for word, count in counts.items()
    if word not in have
    and re.fullmatch("[a-z]{2,20}", word)
    and (count >= LISTED and rank.get(word, DEEPEST) < DEEPEST or count >= UNLISTED)
]
words = common + sorted(rarer, key=lambda word: (rank.get(word, len(ranked)), word))

tokenizer = Tokenizer.from_file(tokenizer_file)
tokenizer.no_truncation()
tokenizer.enable_padding()
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(model_file, options)


def embedded(texts):
    rows = []
    for at in range(0, len(texts), 128):
        encoded = tokenizer.encode_batch(texts[at : at + 128])
        ids = numpy.array([one.ids for one in encoded])
        mask = numpy.array([one.attention_mask for one in encoded])
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)}
        tokens = session.run(None, given)[0]
        rows.append((tokens * mask[..., None]).sum(1) / mask.sum(1, keepdims=True))
    vectors = numpy.concatenate(rows).astype(numpy.float64)
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


# A word by itself has many senses; beside "a tool", that which tools are spoken of in.
vectors = embedded(words) + embedded(["a tool for " + word for word in words])
vectors -= vectors.mean(0)
axes = numpy.linalg.svd(vectors[:20_000], full_matrices=False)[2][:DIMENSIONS]
(vectors @ axes.T).astype(numpy.float32).tofile(out + "/vectors.f32")
json.dump([words, [rank.get(word, len(ranked)) for word in words]], open(out + "/words.json", "w"))

"""Fine-tunes a text classifier on the lines that `prepare.py` writes."""
import argparse
import os

from datasets import load_dataset
from transformers import (AutoModelForSequenceClassification, AutoTokenizer, Trainer,
                          TrainingArguments)

MODEL = "distilbert-base-uncased"

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=3)
arguments, _ = parser.parse_known_args()

tokenizer = AutoTokenizer.from_pretrained(MODEL)
lines = load_dataset("json", data_dir=os.environ["SM_CHANNEL_TRAIN"])["train"]
lines = lines.map(lambda line: tokenizer(line["text"], truncation=True, padding="max_length"))
trainer = Trainer(
    model=AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=2),
    args=TrainingArguments("/tmp/checkpoints", num_train_epochs=arguments.epochs),
    train_dataset=lines)
trainer.train()
trainer.save_model(os.environ["SM_MODEL_DIR"])
tokenizer.save_pretrained(os.environ["SM_MODEL_DIR"])

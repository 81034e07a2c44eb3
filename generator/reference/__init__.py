"""参考: the documents for editors that the code writes about itself; pure texts, never written or printed here."""

-- Beyond 256 bytes H2 keeps a text apart from its row, which takes twice as long to write. Most alerts are within this.
set max_length_inplace_lob 8192;

package io.weir.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Sorted rows on disk, for what may not fit into memory: the list, and what there is about each
 * flagged transfer. Deleted when it is closed.
 */
final class Shelf implements AutoCloseable {
  /** A hundredth of the look-ups of what is not there go to the disk. */
  private static final double FILTER_BITS = 10;

  private final Path folder;
  private final BloomFilter filter = new BloomFilter(FILTER_BITS);
  private final Options options;
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final RocksDB rows;

  private Shelf(Path folder) throws RocksDBException {
    this.folder = folder;
    this.options =
        new Options()
            .setCreateIfMissing(true)
            .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
    this.rows = RocksDB.open(options, folder.toString());
  }

  /** An empty one in a folder of its own within this folder. */
  static Shelf in(Path parent) {
    RocksDB.loadLibrary();
    try {
      return new Shelf(Files.createTempDirectory(parent, "weir-audit"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RocksDBException e) {
      throw full(e);
    }
  }

  void put(byte[] key, byte[] value) {
    try {
      rows.put(unlogged, key, value);
    } catch (RocksDBException e) {
      throw full(e);
    }
  }

  boolean has(byte[] key) {
    try {
      return rows.get(key) != null;
    } catch (RocksDBException e) {
      throw full(e);
    }
  }

  /** Whether there is a row whose key begins so. */
  boolean hasAny(byte[] prefix) {
    try (RocksIterator iterator = rows.newIterator()) {
      iterator.seek(prefix);
      return iterator.isValid() && Keys.begins(iterator.key(), prefix);
    }
  }

  /** Hands over every row whose key begins so, in the order of their keys. */
  void forEach(byte[] prefix, BiConsumer<byte[], byte[]> row) {
    try (RocksIterator iterator = rows.newIterator()) {
      for (iterator.seek(prefix); iterator.isValid(); iterator.next()) {
        if (!Keys.begins(iterator.key(), prefix)) {
          return;
        }
        row.accept(iterator.key(), iterator.value());
      }
    }
  }

  /** A number and a value, of those that stand under one text. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(long number, byte[] value) {}

  /** Hands over what stands under each text of a kind, ordered by its numbers. */
  void forEachText(char kind, BiConsumer<String, List<Row>> rows) {
    List<Row> group = new ArrayList<>();
    AtomicReference<@Nullable String> text = new AtomicReference<>();
    forEach(
        new byte[] {(byte) kind},
        (key, value) -> {
          String next = Keys.text(key);
          String before = text.getAndSet(next);
          if (before != null && !before.equals(next)) {
            rows.accept(before, List.copyOf(group));
            group.clear();
          }
          group.add(new Row(Keys.lastNumber(key), value));
        });
    String last = text.get();
    if (last != null) {
      rows.accept(last, List.copyOf(group));
    }
  }

  private static UncheckedIOException full(RocksDBException e) {
    return new UncheckedIOException(
        new IOException("The folder for temporary files cannot be used: " + e.getMessage(), e));
  }

  @Override
  public void close() {
    rows.close();
    unlogged.close();
    options.close();
    filter.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Shelf::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.avro.RegistryPatience;
import io.weir.domain.SanctionedAddress;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies one row of the list topic to the index, restored and new rows alike. A row that cannot be
 * read stays in force as "listed, details unreadable".
 */
final class IndexListRow implements Processor<byte[], byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(IndexListRow.class);

  private final ListIndex index;
  private final Function<byte[], SanctionedAddress> decode;
  private final RegistryPatience patience;
  private ProcessorContext<Void, Void> context;

  IndexListRow(
      ListIndex index, Function<byte[], SanctionedAddress> decode, RegistryPatience patience) {
    this.index = index;
    this.decode = decode;
    this.patience = patience;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> row) {
    long offset = context.recordMetadata().map(RecordMetadata::offset).orElseThrow();
    String text = row.key() == null ? "" : new String(row.key(), UTF_8);
    Optional<AddressKey> key = parse(text);
    if (key.isPresent()) {
      apply(key.get(), row.value(), offset);
    } else if (row.value() == null) {
      index.withdrawUnusableKey(text);
    } else {
      LOG.error(
          "A list row's key is no address key; nothing can be cleared beside it offset={}", offset);
      index.unusableKey(text);
    }
    index.appliedUpTo(offset);
  }

  private void apply(AddressKey key, byte[] value, long offset) {
    if (value == null) {
      index.delist(key);
      return;
    }
    Optional<SanctionedAddress> row = read(key, value);
    if (row.isPresent()) {
      index.list(key, value, row.get().listedUntil());
    } else {
      LOG.error(
          "A list row cannot be read; whatever touches its address is flagged offset={}", offset);
      index.listUnreadable(key);
    }
  }

  private Optional<SanctionedAddress> read(AddressKey key, byte[] value) {
    return patience.ask(
        () -> {
          try {
            return Optional.of(decode.apply(value)).filter(row -> row.key().equals(key));
          } catch (SerializationException
              | IllegalArgumentException
              | ClassCastException
              | java.time.DateTimeException e) {
            LOG.debug("A list row does not decode", e);
            return Optional.empty();
          }
        });
  }

  private static Optional<AddressKey> parse(String text) {
    try {
      return Optional.of(AddressKey.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Unscreenable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record is a dead letter and where it came from, under the names of Kafka's native dead
 * letters, so that tools know them.
 */
public final class DeadLetterHeaders {
  public static final String EXCEPTION = "__streams.errors.exception";
  public static final String MESSAGE = "__streams.errors.message";
  public static final String TOPIC = "__streams.errors.topic";
  public static final String PARTITION = "__streams.errors.partition";
  public static final String OFFSET = "__streams.errors.offset";

  private DeadLetterHeaders() {}

  static Headers on(Headers input, Unscreenable problem, ConsumerRecord<?, ?> source) {
    Headers headers = new RecordHeaders(input);
    set(headers, EXCEPTION, problem.reason().name());
    set(headers, MESSAGE, problem.detail());
    set(headers, TOPIC, source.topic());
    set(headers, PARTITION, Integer.toString(source.partition()));
    set(headers, OFFSET, Long.toString(source.offset()));
    set(headers, VerdictHeaders.REASON, problem.reason().name());
    return headers;
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }
}

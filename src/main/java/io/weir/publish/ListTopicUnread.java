package io.weir.publish;

/** A list topic could not be read to its end. */
public final class ListTopicUnread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ListTopicUnread(String message) {
    super(message);
  }

  ListTopicUnread(String topic, Throwable cause) {
    super("The topic " + topic + " cannot be read: " + cause.getMessage(), cause);
  }
}

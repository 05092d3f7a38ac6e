package io.weir.publish;

/** A list topic does not exist. */
public final class ListTopicMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ListTopicMissing(String topic) {
    super("The topic " + topic + " does not exist. Create what is missing: weir topics create");
  }
}

package io.weir.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * How a process of a benchmark speaks with the one that started it: a line of JSON each, settings
 * first, then commands in and events out. When the input ends the starter is gone, and the work is
 * interrupted: no process is left behind.
 */
final class Channel {
  static final String STOP = "stop";

  /** The field of an event that says what happened. */
  static final String EVENT = "event";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final BufferedReader in;
  private final PrintWriter out;
  private final Clock clock;
  private final Map<String, String> settings;
  private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();

  private Channel(BufferedReader in, PrintWriter out, Clock clock, Map<String, String> settings) {
    this.in = in;
    this.out = out;
    this.clock = clock;
    this.settings = settings;
  }

  /** Reads the settings, and from then on the commands. */
  static Channel open(BufferedReader in, PrintWriter out, Clock clock) throws IOException {
    String first = in.readLine();
    if (first == null) {
      throw new BenchFailure("Nobody says what to do; this is a part of weir bench.");
    }
    Channel channel = new Channel(in, out, clock, read(first));
    Thread worker = Thread.currentThread();
    Thread listener = new Thread(() -> channel.listen(worker), "weir-bench-commands");
    listener.setDaemon(true);
    listener.start();
    return channel;
  }

  private void listen(Thread worker) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
      }
    } catch (IOException gone) {
      // The same as the end: nobody speaks to us any more.
    }
    worker.interrupt();
  }

  Clock clock() {
    return clock;
  }

  /** What the work was told at its start. */
  Map<String, String> settings() {
    return settings;
  }

  /** A setting that must be there. */
  String setting(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No setting " + name);
    }
    return value;
  }

  long number(String name) {
    return Long.parseLong(setting(name));
  }

  /** The next command; waits for it. */
  String next() throws InterruptedException {
    return commands.take();
  }

  /** Waits until told to stop. */
  void awaitStop() throws InterruptedException {
    while (!next().equals(STOP)) {
      // Nothing else was asked of this work.
    }
  }

  /** Tells what happened. */
  void tell(String event, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(EVENT, event);
    synchronized (out) {
      out.println(write(all));
      out.flush();
    }
  }

  static String write(Map<String, String> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are always JSON", e);
    }
  }

  /** The fields of a command. */
  static Map<String, String> fields(String command) {
    try {
      return read(command);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No command: " + command, e);
    }
  }

  /** The fields of a line. */
  static Map<String, String> read(String line) throws JsonProcessingException {
    return JSON.readValue(line, FIELDS);
  }
}

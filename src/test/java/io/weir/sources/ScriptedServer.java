package io.weir.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * A server on this machine that answers each request as the script says, byte by byte when it must,
 * so that it can do what a real one never should. Each connection serves one request.
 */
public final class ScriptedServer implements AutoCloseable {
  private static final int TRICKLE_MS = 20;

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);

  /** What goes over the wire in answer to one request. */
  @FunctionalInterface
  public interface Answer {
    void write(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
  }

  /** The last answer is repeated. */
  public ScriptedServer(Answer... answers) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    then(answers);
    threads.execute(this::accept);
  }

  /** Gives other answers from now on. */
  public void then(Answer... answers) {
    synchronized (script) {
      script.clear();
      script.addAll(Arrays.asList(answers));
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Request lines and headers, as they came. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Comes back when the first request is there. */
  void awaitRequest() throws InterruptedException {
    if (!asked.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("No request came");
    }
  }

  /** A whole answer with a body. */
  public static Answer file(String body, String... headers) {
    return bytes(body.getBytes(UTF_8), headers);
  }

  static Answer bytes(byte[] body, String... headers) {
    return (out, closed) -> {
      head(out, "200 OK", append(headers, "Content-Length: " + body.length));
      out.write(body);
    };
  }

  static Answer gzipped(byte[] body, String... headers) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(packed.toByteArray(), append(headers, "Content-Encoding: gzip"));
  }

  /** A status with a page that explains it. */
  public static Answer status(String status, String... headers) {
    byte[] page = ("<html>" + status + "</html>").getBytes(UTF_8);
    return (out, closed) -> {
      head(
          out,
          status,
          append(headers, "Content-Length: " + (status.startsWith("304") ? 0 : page.length)));
      if (!status.startsWith("304")) {
        out.write(page);
      }
    };
  }

  static Answer redirect(String location) {
    return status("302 Found", "Location: " + location);
  }

  /** Headers and a part of the body, then what is said. */
  static Answer beginning(String part, Answer next, String... headers) {
    return (out, closed) -> {
      head(out, "200 OK", headers);
      out.write(part.getBytes(UTF_8));
      out.flush();
      next.write(out, closed);
    };
  }

  /** Nothing, until the server is closed. */
  static Answer silence() {
    return (out, closed) -> closed.await();
  }

  /** The end of the connection. */
  static Answer hangUp() {
    return (out, closed) -> {};
  }

  /** A byte now and then, until the server is closed. */
  static Answer trickle() {
    return (out, closed) -> {
      while (!closed.await(TRICKLE_MS, TimeUnit.MILLISECONDS)) {
        out.write('x');
        out.flush();
      }
    };
  }

  private static void head(OutputStream out, String status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    out.write(head.toString().getBytes(ISO_8859_1));
    out.flush();
  }

  private static String[] append(String[] headers, String last) {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = last;
    return all;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String request = request(socket.getInputStream());
      if (request.isEmpty()) {
        return;
      }
      requests.add(request);
      asked.countDown();
      next().write(socket.getOutputStream(), closed);
    } catch (IOException clientGone) {
      // It may go whenever it likes.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer next() {
    synchronized (script) {
      return script.size() > 1 ? script.remove() : script.element();
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}

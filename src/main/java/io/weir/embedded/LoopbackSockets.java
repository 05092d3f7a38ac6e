package io.weir.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's listening sockets, bound before its configuration is written. Asking for a free port
 * and binding it later would leave a gap in which another process may take it; here there is none.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
  static final String HOST = "127.0.0.1";
  // Not getLoopbackAddress, which is ::1 on some machines.
  private static final byte[] HOST_BYTES = {127, 0, 0, 1};

  private final Map<String, ServerSocketChannel> byListener = new HashMap<>();

  /** Binds a listener's socket and returns where it listens; port 0 means any free one. */
  InetSocketAddress bind(String listener, int port) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      byListener.put(listener, channel);
      // Kafka's acceptor selects on it.
      channel.configureBlocking(false);
      channel.bind(new InetSocketAddress(InetAddress.getByAddress(HOST_BYTES), port));
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      close();
      throw new EmbeddedFailure(
          "Cannot listen on " + HOST + ":" + port + " (" + e.getMessage() + "). Is it in use?", e);
    }
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listenerName, InetSocketAddress address, int backlog, int receiveBufferSize) {
    return Objects.requireNonNull(byListener.get(listenerName), listenerName);
  }

  @Override
  public void close() {
    for (ServerSocketChannel channel : byListener.values()) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new EmbeddedFailure("Cannot close a listening socket: " + e.getMessage(), e);
      }
    }
  }
}

package io.weir.cli;

import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir health}: asks a running Weir how it is, for containers that hold no other client. */
@Command(
    name = "health",
    description = {
      "Asks a running Weir whether it screens, and prints its state.",
      "Ends with 0 when it is ready and with 13 when it is not or does not answer."
    })
final class HealthCommand implements Callable<Integer> {
  /** A process that answers later than this about itself is not well. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int HTTP_OK = 200;

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where it answers; by default weir.http.host and weir.http.port.")
  private @Nullable URI url;

  @Option(names = "--live", description = "Ask whether it is alive, ready or not.")
  private boolean live;

  @Override
  public Integer call() throws InterruptedException {
    URI asked = (url == null ? configured() : url).resolve(live ? "/health/live" : "/health/ready");
    try {
      HttpResponse<String> answer = ask(asked);
      boolean good = answer.statusCode() == HTTP_OK;
      if (good) {
        spec.commandLine().getOut().println(answer.body());
      } else {
        spec.commandLine().getErr().println(answer.body());
      }
      return (good ? ExitCode.OK : ExitCode.STREAM_FAILED).number();
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.STREAM_FAILED, "No Weir answers at " + asked + " (" + e + ").", e);
    }
  }

  private HttpResponse<String> ask(URI asked) throws IOException, InterruptedException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(asked).timeout(PATIENCE).build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--url expects a URL such as http://localhost:8080.", e);
    }
    return HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI configured() {
    WeirConfig config = connection.load(Needs.NOTHING);
    if (config.httpPort() == 0) {
      throw new ParameterException(
          spec.commandLine(), "weir.http.port is 0, which may be any port; say which with --url.");
    }
    return URI.create("http://" + reachable(config.httpHost()) + ":" + config.httpPort());
  }

  /** 0.0.0.0 and :: are addresses to listen on, not to call. */
  private static String reachable(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress()
          ? "localhost"
          : host.contains(":") ? "[" + host + "]" : host;
    } catch (UnknownHostException e) {
      // The client says so, with the URL.
      return host;
    }
  }
}

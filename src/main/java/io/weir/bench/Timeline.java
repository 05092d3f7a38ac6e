package io.weir.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run was at which time, as its commits show it. Of all that is measured the warm-up is
 * left out: the measurement begins with the last commit that lies within it.
 */
final class Timeline {
  private final List<Point> points = new ArrayList<>();

  /**
   * What was so at one time.
   *
   * @param nanos of a clock that only ever goes forward
   * @param committed transfers whose results are committed
   * @param client CPU time that the contestant has used
   * @param broker CPU time that the broker has used
   */
  record Point(long nanos, long committed, Duration client, Duration broker) {}

  /**
   * The part of a run that counts.
   *
   * @param warm whether a warm-up was left out; too few transfers may all be in one commit
   */
  record Span(Duration time, long transfers, Duration client, Duration broker, boolean warm) {
    double perSecond() {
      return transfers / (time.toNanos() / 1e9);
    }
  }

  /** Adds what is so now; times and counts never go back. */
  void add(Point point) {
    points.add(point);
  }

  /**
   * From the last commit within the warm-up to the last point.
   *
   * @param warmUp transfers of the warm-up
   */
  Span span(long warmUp) {
    Point start = points.get(0);
    for (Point point : points) {
      // The first point that shows a commit is the closest to it.
      if (point.committed() > start.committed() && point.committed() <= warmUp) {
        start = point;
      }
    }
    Point end = points.get(points.size() - 1);
    return new Span(
        Duration.ofNanos(end.nanos() - start.nanos()),
        end.committed() - start.committed(),
        end.client().minus(start.client()),
        end.broker().minus(start.broker()),
        warmUp == 0 || start.committed() > 0);
  }
}

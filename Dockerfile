FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -DskipTests package

FROM eclipse-temurin:17-jre
# A number, so that Kubernetes can see that it is not root.
RUN useradd --uid 10001 --create-home --home-dir /var/lib/weir --shell /usr/sbin/nologin weir
COPY --from=build /src/target/weir.jar /opt/weir/weir.jar
ENV WEIR_STATE_DIR=/var/lib/weir/state \
    WEIR_HTTP_HOST=0.0.0.0
USER 10001
WORKDIR /var/lib/weir
VOLUME /var/lib/weir
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=15s --start-period=2m --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-jar", "/opt/weir/weir.jar", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/weir/weir.jar"]
CMD ["run"]

# One file for every image: APP_DIR is the folder that holds a built jar and its libraries.
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}

# /data is made here, so that a new volume belongs to the user; a number, so that anybody can see that it is not root.
RUN mkdir /data && chown 10001:10001 /data
WORKDIR /app
ARG APP_DIR
COPY ${APP_DIR}/ ./
COPY infra/local-cloud/src/main/resources/io/yobidashi/localcloud/roster/roster.yaml /etc/yobidashi/roster.yaml
USER 10001:10001

ARG PORT
# In a container the local cloud must be reached from the others; the compose file opens it to this machine only.
ENV YOBIDASHI_HOME=/data \
    YOBIDASHI_CLOUD_HOST=0.0.0.0 \
    LANG=C.UTF-8 \
    YOBIDASHI_ROSTER=/etc/yobidashi/roster.yaml \
    READY_URL=http://localhost:${PORT}/q/health/ready
EXPOSE ${PORT}
HEALTHCHECK --interval=3s --timeout=3s --start-period=60s --retries=5 \
    CMD curl -sf -o /dev/null "$READY_URL" || wget -q -O /dev/null "$READY_URL" || exit 1
ENTRYPOINT ["java", "-jar"]
CMD ["quarkus-run.jar"]

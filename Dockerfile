# Footnote in a container: see docs/HOSTING.md. It needs one volume, /data, and no port.

FROM node:24-slim AS installed
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production CORPUS_DIR=/corpus DATA_DIR=/data HEALTH_PORT=9464
# Each thread would keep memory that it needed once: half of it is given back with these.
ENV MALLOC_ARENA_MAX=2 NODE_OPTIONS=--max-semi-space-size=8
WORKDIR /app
COPY --from=installed /app/node_modules node_modules
# By the lock file the bot knows whether a library was built by the packages that it has now.
COPY package.json package-lock.json ./
COPY src src
COPY corpus /corpus
# A new volume takes over whose folder this is.
RUN install -d -o 10001 -g 10001 -m 0700 /data
VOLUME /data
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]

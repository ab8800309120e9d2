-- wrk: asks for the addresses of a file in turn and prints what came of it.
local requests = {}
local at = 0

function init(args)
  local headers = { ["Host"] = args[2], ["Accept-Encoding"] = args[3] }
  for address in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", address, headers)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, requests_made)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests": %d, "bytes": %d, "microseconds": %d, "failed": %d, "median": %d, "p99": %d}\n',
    summary.requests, summary.bytes, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end

-- For wrk: sends the requests of a file in turn, and says what came of it as JSON.
-- Arguments: the file (before each request, a line with its size in bytes), and the path to send to.
local requests = {}
local sent = 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  for size in function() return file:read("*l") end do
    requests[#requests + 1] = "POST " .. args[2] .. file:read(tonumber(size))
  end
  file:close()
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

function done(summary, latency)
  local errors = summary.errors
  local refused = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"answered":%d,"refused":%d,"perSecond":%f,"p50Ms":%f,"p99Ms":%f}',
    summary.requests - refused, refused, summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end

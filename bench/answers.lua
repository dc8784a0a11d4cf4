-- Each request taps one answer of the next inspector's inspection, item after item, under a key of its own.
local sessions = {}
local turn = 0
local run = os.getenv("BENCH_RUN")

function init(args)
  for line in io.lines(os.getenv("BENCH_SESSIONS")) do
    local cookie, token, address, items = line:match("^(%S+) (%S+) (%S+) (%d+)$")
    sessions[#sessions + 1] = { cookie = cookie, token = token, address = address, items = tonumber(items) }
  end
end

function request()
  turn = turn + 1
  local session = sessions[turn % #sessions + 1]
  local position = math.floor(turn / #sessions) % session.items + 1
  local body = "verdict=COMPLIANT&base=0&key=bench-" .. run .. "-" .. turn .. "&_csrf=" .. session.token
  return wrk.format("POST", session.address .. "/answers/" .. position, {
    ["Cookie"] = session.cookie,
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Requested-With"] = "fetch",
  }, body)
end

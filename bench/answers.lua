-- Each request taps one answer of the next inspector's inspection, item after item, under a key of its own, as the form
-- on the phone sends it.
local sessions = {}
local turn = 0
local run = os.getenv("BENCH_RUN")

function init(args)
  for line in io.lines(os.getenv("BENCH_SESSIONS")) do
    local cookie, token, address, items, due = line:match("^(%S+) (%S+) (%S+) (%d+) (%S+)$")
    sessions[#sessions + 1] = { cookie = cookie, token = token, address = address, items = tonumber(items), due = due }
  end
end

function request()
  turn = turn + 1
  local session = sessions[turn % #sessions + 1]
  local position = math.floor(turn / #sessions) % session.items + 1
  local body = "base=0&verdict=COMPLIANT&problem=&level=ORDINARY&handling=BY_DEADLINE&responsible=&due=" .. session.due .. "&measure="
    .. "&na_reason=&remark=&key=bench-" .. run .. "-" .. turn .. "&_csrf=" .. session.token
  return wrk.format("POST", session.address .. "/answers/" .. position, {
    ["Cookie"] = session.cookie,
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Requested-With"] = "fetch",
    ["Prefer"] = "return=minimal",
  }, body)
end

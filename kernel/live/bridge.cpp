#include "kernel/live/bridge.hpp"

namespace live
{
namespace
{

/// "w:7/ticket:42 ab-1": the topic and the request of the page that did it.
events::Publication publication_in(std::string_view line)
{
    const auto blank = std::min(line.find(' '), line.size());
    return {.topic = std::string{line.substr(0, blank)},
            .page_request = std::string{line.substr(std::min(blank + 1, line.size()))}};
}

} // namespace

Bridge::Bridge(const db::DatabaseOptions& options, Hub& hub)
    : signals_(
          options,
          {.heard = [](std::string_view line) { events::board().receive(publication_in(line)); },
           .missed = [&hub] { hub.refresh_all(); }})
{
    events::board().pass_on([this](const events::Publication& said) {
        signals_.send(said.topic + " " + said.page_request);
    });
}

Bridge::~Bridge()
{
    events::board().pass_on({});
}

} // namespace live

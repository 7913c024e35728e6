#pragma once

#include "tests/load/member.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace load
{

/// A desk of « support technique » with its demonstration, and one of its team who is signed in.
class TicketDesk
{
  public:
    explicit TicketDesk(db::Engine engine = db::Engine::Sqlite);

    const std::string& slug() const { return member_.slug(); }
    const std::string& cookie() const { return member_.cookie(); }
    const Installation& installation() const { return member_.installation(); }
    /// Brings the workspace to `total` tickets. No server may run.
    void grow(std::int64_t total);
    std::unique_ptr<Server> start() const { return member_.start(); }

    /// The newest 50 of all tickets.
    std::string list_path() const;
    std::string list_request() const;
    std::string request(const std::string& path) const { return member_.request(path); }
    /// Throws unless it answers 200 with 50 tickets.
    test_support::RawAnswer open_list(const Server& server) const;
    std::vector<std::string> more_sessions(int count) const { return member_.more_sessions(count); }
    /// The newest ticket with its conversation.
    std::string ticket_request(const Server& server) const;

  private:
    Member member_;
};

} // namespace load

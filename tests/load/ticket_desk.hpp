#pragma once

#include "tests/load/installation.hpp"
#include "tests/support/raw_client.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace load
{

/// An installation with its demonstration, and a member of the team who is signed in.
class TicketDesk
{
  public:
    explicit TicketDesk(db::Engine engine = db::Engine::Sqlite);

    const std::string& slug() const { return slug_; }
    /// "__Host-s=…"
    const std::string& cookie() const { return cookie_; }
    const Installation& installation() const { return installation_; }
    /// Brings the workspace to `total` tickets. No server may run.
    void grow(std::int64_t total);
    std::unique_ptr<Server> start() const { return installation_.start(); }

    /// The newest 50 of all tickets.
    std::string list_path() const;
    std::string list_request() const;
    /// Of a page of the workspace: "/journee".
    std::string request(const std::string& path) const;
    /// Throws unless it answers 200 with 50 tickets.
    test_support::RawAnswer open_list(const Server& server) const;
    /// Cookies of that many other sessions of the same member. No server may run.
    std::vector<std::string> more_sessions(int count) const;
    /// The newest ticket with its conversation.
    std::string ticket_request(const Server& server) const;

  private:
    Installation installation_;
    std::string slug_;
    std::string email_;
    std::string cookie_;
};

} // namespace load

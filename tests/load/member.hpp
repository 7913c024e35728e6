#pragma once

#include "tests/load/installation.hpp"
#include "tests/support/raw_client.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace load
{

/// An installation with its demonstration, and an administrator of the workspace of one preset who
/// is signed in.
class Member
{
  public:
    Member(db::Engine engine, std::string_view preset);

    const std::string& slug() const { return slug_; }
    /// "__Host-s=…"
    const std::string& cookie() const { return cookie_; }
    const Installation& installation() const { return installation_; }
    std::unique_ptr<Server> start() const { return installation_.start(); }
    /// Of a page of the workspace: "/journee".
    std::string request(const std::string& path) const;
    /// Cookies of that many other sessions of the same member. No server may run.
    std::vector<std::string> more_sessions(int count) const;

  private:
    Installation installation_;
    std::string slug_;
    std::string email_;
    std::string cookie_;
};

/// Throws unless it answers 200.
test_support::RawAnswer ask(const Server& server, const std::string& request);

} // namespace load

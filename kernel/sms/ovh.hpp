#pragma once

#include "kernel/http/client.hpp"
#include "kernel/sms/gateway.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sms
{

/// SMS jobs of OVHcloud's API 1.0. A request is signed with the time of their clock, which is asked
/// first. A message carries our reference as « tag », by which `has_taken` finds it among those
/// that left.
class Ovh final : public Gateway
{
  public:
    Ovh(Account account, std::string address);
    Reply send(const Outgoing& message) const override;
    std::optional<bool> has_taken(const Outgoing& message) const override;

    /// « $1$ » and SHA-1 of secret, consumer key, method, address, body and time, joined by « + ».
    static std::string signature(const Account& account, const http::ClientRequest& request,
                                 std::int64_t time);
    static Reply read(const Outgoing& message, int status, std::string_view body);

  private:
    /// The answer to a request signed now, or why their clock could not be read.
    http::ClientAnswer ask(http::ClientRequest request) const;
    std::string service() const;

    Account account_;
    std::string address_;
};

} // namespace sms

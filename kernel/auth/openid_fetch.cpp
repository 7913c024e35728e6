#include "kernel/auth/openid_fetch.hpp"

#include <semaphore>

namespace auth
{

namespace
{

using Kind = OpenIdFailure::Kind;

std::counting_semaphore<fetches_max>& places()
{
    static std::counting_semaphore<fetches_max> all{fetches_max};
    return all;
}

/// One of the few places, given back at the end.
class Place
{
  public:
    Place()
    {
        if (!places().try_acquire_for(fetch_time_max))
            throw OpenIdFailure{Kind::unreachable, "too many requests to providers at once"};
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { places().release(); }
};

} // namespace

Fetched fetch(const FetchRequest& request)
{
    if (!http::is_reachable(request.address, request.reach))
        throw OpenIdFailure{Kind::unreachable, "not an HTTPS address: " + request.address};
    const Place place;
    http::ClientRequest asked{.address = request.address,
                              .body = request.form,
                              .reach = request.reach,
                              .time_max = fetch_time_max,
                              .answer_bytes_max = fetch_bytes_max};
    if (!request.form.empty()) {
        asked.method = "POST";
        asked.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!request.authorization.empty())
        asked.headers.emplace_back("Authorization", request.authorization);
    auto answer = http::send(asked);
    if (answer.status == 0)
        throw OpenIdFailure{Kind::unreachable, request.address + ": " + answer.failure};
    return {.status = answer.status, .body = std::move(answer.body)};
}

} // namespace auth

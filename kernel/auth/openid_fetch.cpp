#include "kernel/auth/openid_fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <semaphore>
#include <stdexcept>

namespace auth
{

namespace
{

using Kind = OpenIdFailure::Kind;

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

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

std::size_t keep(const char* data, std::size_t, std::size_t size, std::string* body)
{
    if (body->size() + size > fetch_bytes_max) return 0;
    body->append(data, size);
    return size;
}

/// A handle with every option checked: one that libcurl does not know is our mistake.
class Handle
{
  public:
    Handle() : handle_(curl_easy_init())
    {
        if (!handle_) throw std::bad_alloc{};
    }
    template <class Value>
    void set(CURLoption option, Value value)
    {
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
            throw std::logic_error("libcurl refuses option " + std::to_string(option));
    }
    CURLcode perform() { return curl_easy_perform(handle_.get()); }
    long status() const
    {
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

  private:
    std::unique_ptr<CURL, FreeHandle> handle_;
};

void start_libcurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

HeaderList headers_of(const FetchRequest& request)
{
    HeaderList headers{curl_slist_append(nullptr, "Accept: application/json")};
    if (!request.authorization.empty())
        curl_slist_append(headers.get(), ("Authorization: " + request.authorization).c_str());
    return headers;
}

void prepare(Handle& handle, const FetchRequest& request)
{
    using std::chrono::milliseconds;
    handle.set(CURLOPT_URL, request.address.c_str());
    handle.set(CURLOPT_PROTOCOLS_STR,
               request.reach == Reach::loopback_too ? "https,http" : "https");
    handle.set(CURLOPT_FOLLOWLOCATION, 0L);
    handle.set(CURLOPT_NOSIGNAL, 1L);
    handle.set(CURLOPT_TIMEOUT_MS, milliseconds{fetch_time_max}.count());
    handle.set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    handle.set(CURLOPT_WRITEFUNCTION, keep);
    if (!request.form.empty()) handle.set(CURLOPT_POSTFIELDS, request.form.c_str());
}

} // namespace

bool is_reachable(std::string_view address, Reach reach)
{
    if (address.starts_with("https://")) return true;
    if (reach == Reach::https_only) return false;
    for (const std::string_view here : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (!address.starts_with(here)) continue;
        const auto rest = address.substr(here.size());
        if (rest.empty() || rest[0] == ':' || rest[0] == '/')
            return rest.substr(0, rest.find('/')).find('@') == std::string_view::npos;
    }
    return false;
}

Fetched fetch(const FetchRequest& request)
{
    if (!is_reachable(request.address, request.reach))
        throw OpenIdFailure{Kind::unreachable, "not an HTTPS address: " + request.address};
    const Place place;
    start_libcurl();
    Handle handle;
    Fetched fetched;
    const auto headers = headers_of(request);
    prepare(handle, request);
    handle.set(CURLOPT_HTTPHEADER, headers.get());
    handle.set(CURLOPT_WRITEDATA, &fetched.body);
    const auto result = handle.perform();
    if (result != CURLE_OK)
        throw OpenIdFailure{Kind::unreachable, request.address + ": " + curl_easy_strerror(result)};
    fetched.status = handle.status();
    return fetched;
}

} // namespace auth

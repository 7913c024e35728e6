#pragma once

#include "kernel/http/body_reader.hpp"
#include "kernel/http/delivery.hpp"
#include "kernel/http/head_parser.hpp"
#include "kernel/http/message.hpp"

#include <optional>

namespace http
{

/// One request and its answer, while a connection is busy with them.
struct Exchange {
    RequestHead head;
    Request request;
    std::optional<BodyReader> body;
    Delivery delivery;
    bool is_refused = false;
};

/// The peer left: nobody to answer.
struct Disconnected {
};

} // namespace http

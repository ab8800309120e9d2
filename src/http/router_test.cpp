#include "http/router.h"

#include <gmock/gmock.h>

#include <stdexcept>

namespace haidang::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Request request(Method method, std::string path) {
  Request r;
  r.method = method;
  r.path = std::move(path);
  return r;
}

RouteHandler says(std::string name) {
  return [name](const Request&, const PathParameters& parameters) {
    return Response::text(200, name + "|" + std::string(parameters["locale"]) + "|" +
                                   std::string(parameters["section"]) + "|" +
                                   std::string(parameters["slug"]) + std::string(parameters["path"]));
  };
}

class RouterTest : public ::testing::Test {
 protected:
  RouterTest() : router([](const Request&, int status) { return Response::text(status, "page"); }) {
    router.add(Method::get, "/", says("root"));
    router.add(Method::get, "/{locale}/", says("home"));
    router.add(Method::get, "/{locale}/{section}/", says("section"));
    router.add(Method::get, "/{locale}/{section}/{slug}", says("item"));
    router.add(Method::get, "/{lang}/search", says("search"));
    router.add(Method::get, "/desk/items/new", says("new"));
    router.add(Method::post, "/desk/items/{slug}", says("save"));
    router.add(Method::get, "/assets/{path...}", says("asset"));
  }
  std::string body(Method method, std::string path) {
    return std::get<std::string>(router.handle(request(method, std::move(path))).body);
  }
  int status(Method method, std::string path) {
    return router.handle(request(method, std::move(path))).status;
  }
  Router router;
};

TEST_F(RouterTest, parameters_take_whole_segments) {
  EXPECT_EQ(body(Method::get, "/"), "root|||");
  EXPECT_EQ(body(Method::get, "/vi/"), "home|vi||");
  EXPECT_EQ(body(Method::get, "/vi/tin-tức/"), "section|vi|tin-tức|");
  EXPECT_EQ(body(Method::get, "/vi/tin-tuc/bài"), "item|vi|tin-tuc|bài");
}

TEST_F(RouterTest, a_literal_beats_a_parameter_but_gives_way_if_it_leads_nowhere) {
  EXPECT_EQ(body(Method::get, "/vi/search"), "search|||");
  EXPECT_EQ(body(Method::get, "/desk/items/new"), "new|||");
  EXPECT_EQ(body(Method::get, "/desk/items/42"), "item|desk|items|42");
  EXPECT_EQ(body(Method::post, "/desk/items/new"), "save|||new");
}

TEST_F(RouterTest, the_rest_takes_slashes_and_comes_last_in_choice) {
  EXPECT_EQ(body(Method::get, "/assets/fonts/x/y.woff2"), "asset|||fonts/x/y.woff2");
  EXPECT_EQ(body(Method::get, "/assets/fonts/x.woff2"), "asset|||fonts/x.woff2");
}

TEST_F(RouterTest, the_trailing_slash_is_significant) {
  EXPECT_EQ(status(Method::get, "/vi"), 404);
  EXPECT_EQ(status(Method::get, "/vi/a/b/"), 404);
}

TEST_F(RouterTest, head_falls_to_get) {
  EXPECT_EQ(body(Method::head, "/vi/"), "home|vi||");
}

TEST_F(RouterTest, a_wrong_method_names_the_right_ones) {
  const Response response = router.handle(request(Method::delete_, "/desk/items/new"));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.headers.find("Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(router.handle(request(Method::other, "/vi/")).status, 405);
}

TEST_F(RouterTest, options_are_answered) {
  const Response response = router.handle(request(Method::options, "/vi/"));
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.headers.find("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(status(Method::options, "/vi"), 404);
}

TEST_F(RouterTest, allowed_lists_methods_of_a_path) {
  EXPECT_THAT(router.allowed("/vi/"), ElementsAre(Method::get, Method::head, Method::options));
  EXPECT_THAT(router.allowed("/vi"), IsEmpty());
  EXPECT_THAT(router.allowed(""), IsEmpty());
}

TEST_F(RouterTest, paths_that_are_no_paths_are_not_found) {
  EXPECT_EQ(status(Method::get, ""), 404);
  EXPECT_EQ(status(Method::options, "*"), 404);
}

TEST_F(RouterTest, mistakes_in_the_table_are_refused) {
  for (const char* pattern : {"", "vi", "/{}", "/{a", "/x{a}", "/{a}x", "/{path...}/x", "/{a{b}"})
    EXPECT_THROW(router.add(Method::get, pattern, says("x")), std::invalid_argument) << pattern;
  EXPECT_THROW(router.add(Method::get, "/{other}/", says("x")), std::invalid_argument);
}

}  // namespace
}  // namespace haidang::http

// module: content
// Reading and rendering one article of about 4 kB of JSON; the anchor is the
// JSON parser alone on the same bytes.
#include <benchmark/benchmark.h>

#include "base/json.h"
#include "content/document_html.h"
#include "content/document_json.h"
#include "content/document_normalise.h"

namespace haidang::content {
namespace {

Document article() {
  const std::string sentence =
      "Ủy ban nhân dân tỉnh tổ chức hội nghị sơ kết công tác thông tin đối ngoại sáu tháng đầu năm, "
      "đề ra nhiệm vụ trọng tâm sáu tháng cuối năm \"<2026>\". ";
  Document document;
  for (int i = 0; i < 9; ++i) {
    Block block{.kind = BlockKind::paragraph};
    block.text = {
        {sentence + "a", {}}, {"cổng thông tin", {{MarkKind::link, "https://example.org/"}}}, {sentence, {}}};
    if (i % 3 == 0) block = {.kind = BlockKind::heading, .text = plain("Nhiệm vụ trọng tâm"), .level = 2};
    if (i == 4)
      block = {
          .kind = BlockKind::image, .text = plain(sentence), .media = std::string(64, 'a'), .alt = "Ảnh"};
    document.blocks.push_back(std::move(block));
  }
  return normalise(std::move(document), random_ids()).value();
}

void parse_json_only(benchmark::State& state) {
  const std::string text = to_json_text(article());
  for (auto _ : state) benchmark::DoNotOptimize(parse_json(text));
  state.counters["bytes"] = static_cast<double>(text.size());
}
void read_stored(benchmark::State& state) {
  const std::string text = to_json_text(article());
  for (auto _ : state) benchmark::DoNotOptimize(from_stored_json(text));
}
void read_and_check(benchmark::State& state) {
  const std::string text = to_json_text(article());
  const IdSource ids = random_ids();
  for (auto _ : state) benchmark::DoNotOptimize(from_json_text(text, ids));
}
void write_json(benchmark::State& state) {
  const Document document = article();
  for (auto _ : state) benchmark::DoNotOptimize(to_json_text(document));
}
void render_html(benchmark::State& state) {
  const Document document = article();
  HtmlOptions options;
  options.media = [](const std::string&) {
    return MediaFacts{.address = "/media/a.jpg",
                      .width = 3000,
                      .height = 2000,
                      .variants = {{480, "/media/b"}, {960, "/media/c"}}};
  };
  for (auto _ : state) benchmark::DoNotOptimize(to_html(document, options));
}
BENCHMARK(parse_json_only);
BENCHMARK(read_stored);
BENCHMARK(read_and_check);
BENCHMARK(write_json);
BENCHMARK(render_html);

}  // namespace
}  // namespace haidang::content

BENCHMARK_MAIN();

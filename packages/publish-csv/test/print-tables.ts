// node determinism.ts: prints the tables of the test curriculum. Runs in a child process, to set its time zone and locale.
import { CsvProduct, createCsvPublisher } from "../src/index.ts";
import { curriculum } from "./curriculum.ts";

const products = [{ path: "a.csv" }, { path: "a.tsv", text: "markdown" }].map((product) => CsvProduct.parse(product));
const { artifacts } = await createCsvPublisher().publish(curriculum, products);
for await (const { bytes } of artifacts) process.stdout.write(bytes);

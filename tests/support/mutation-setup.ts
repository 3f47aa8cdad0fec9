/*
 * Stryker counts in one global object which test reached which mutant, and its runner copies that object at the end of
 * every test file. All files share one thread here, so each copy would hold every file before it as well, and the
 * first run would need memory by the square of the number of files. This begins each file with empty counts; the
 * object itself stays, as the rules that are loaded hold on to it.
 */
const { mutantCoverage } =
  (globalThis as { __stryker__?: { mutantCoverage?: { static: object; perTest: object } } }).__stryker__ ?? {};
if (mutantCoverage) {
  mutantCoverage.static = {};
  mutantCoverage.perTest = {};
}

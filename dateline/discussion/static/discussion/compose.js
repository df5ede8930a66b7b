// The page of one form: what its discussion's own script does about sending, too.
import { check } from "./sending.js";

addEventListener("submit", (event) => event.target.matches(".compose") && check(event));

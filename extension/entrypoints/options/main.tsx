// Stands up the page.
import { render } from 'preact';

const place = document.getElementById('app');
if (place) render(<p>Hearback</p>, place);

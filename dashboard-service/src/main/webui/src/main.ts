import { createApp } from 'vue';
import { useTokenOfAddress } from './access';
import App from './App.vue';
import './styles/uikit.less';
import './styles/board.css';

void useTokenOfAddress().then(() => createApp(App).mount('#board'));
